"""Given names that are common in the United Kingdom, and are no other words that plans use.

Names that are months, places or plain words ("April", "Kent", "Hope") are left out: there the words around a name
have to tell.
"""

from generator.privacy.words import word_set

GIVEN_NAMES = word_set(
    """
    Aaron Abbie Abdul Abigail Abdullah Adam Adele Adrian Agnes Agnieszka Ahmed Aidan Aileen Ailsa Aisha Alan
    Alana Alasdair Alastair Albert Alec Aleksandra Alex Alexander Alexandra Alexis Alfie Alfred Ali Alice Alicia
    Alison Alistair Alister Allan Allison Alyson Amanda Amber Amelia Amina Amir Amy Ana Anastasia Andrea Andrew
    Andy Aneta Angela Angus Anika Anita Anjali Ann Anna Annabel Anne Annette Annie Anthea Anthony Anton Antonia
    Antonio Anya Archibald Archie Arjun Arlene Arthur Arun Asha Ashleigh Ashley Asif Audrey Ava Avril Ayesha
    Barbara Barney Barry Bartosz Beatrice Becky Belinda Ben Benjamin Bernadette Bernard Beth Bethany Betty
    Beverley Bhavna Bill Billy Blair Bob Bobby Bonnie Brad Brandon Brenda Brendan Brian Bridget Bronwyn Bruce
    Bryan Bryony Caitlin Callum Calum Cameron Camilla Cara Carina Carl Carla Carly Carmen Carol Carole Caroline
    Carolyn Carrie Carys Cassandra Catherine Cathy Catriona Cecilia Ceri Charlene Charles Charlie Charlotte
    Charmaine Cheryl Chloe Chris Christina Christine Christopher Ciara Claire Clara Clare Clarissa Claudia
    Clifford Clive Colette Colin Colleen Connor Constance Cora Corinne Courtney Craig Crawford Cristina Cynthia
    Daisy Damian Damien Daniel Daniela Danielle Danny Daphne Darren Dave David Davina Deborah Debbie Debra
    Declan Deepa Deirdre Denise Dennis Derek Desmond Diana Diane Dilys Dimitri Dominic Dominik Donald Donna
    Doreen Doris Dorothy Dougal Douglas Duncan Dylan Eamon Edith Edward Edwin Eileen Eilidh Eira Elaine Eleanor
    Elena Elin Elisabeth Elise Elizabeth Ella Ellen Ellie Elliot Ellis Eloise Elsie Emily Emma Eoin Eric Erica
    Erik Erin Ernest Esme Esther Ethan Eugene Eunice Eva Evan Eve Evelyn Ewa Ewan Ewen Faisal Farah Fatima
    Felicity Felix Ffion Finlay Finn Finola Fiona Florence Frances Francesca Francis Frank Fraser Fred Freda
    Freddie Frederick Freya Gabriel Gabriella Gail Gareth Garry Gary Gavin Gayle Gemma Geoff Geoffrey George
    Georgia Georgina Gerald Geraldine Gerard Gerry Gilbert Gillian Gina Giuseppe Gladys Glenda Glenn Gloria
    Glynis Gordon Grace Graeme Graham Grainne Greg Gregor Gregory Greta Grzegorz Guy Gwen Gwyneth Hadiza Haider
    Hamish Hamza Hannah Harold Harriet Harris Harry Harvey Hassan Hayley Hazel Heather Hector Heidi Helen Helena
    Henry Hester Hilary Hilda Holly Howard Hugh Hugo Hussain Iain Ian Ibrahim Ida Ilona Imogen Imran Ines Ingrid
    Iona Irene Iris Isaac Isabel Isabella Isabelle Isla Isobel Ivan Ivy Izabela Jack Jackie Jacob Jacqueline
    Jade Jake James Jamie Jan Jane Janet Janette Janice Janine Jason Jasmine Javed Jay Jayne Jean Jeanette Jeff
    Jeffrey Jemima Jennifer Jenny Jeremy Jerome Jess Jessica Jessie Jill Jillian Jim Jo Joan Joanna Joanne
    Jocelyn Jodie Joe Joel Johanna John Johnny Jolene Jon Jonathan Jordan Joseph Josephine Josh Joshua Joyce
    Juan Judith Judy Julia Julian Julie Juliet Justin Kamal Kara Karen Karim Karl Karolina Kasia Kate Katherine
    Kathleen Kathryn Kathy Katie Katrina Katy Kay Kayleigh Keira Keith Kelly Kelvin Ken Kenneth Kenny Kerr Kerry
    Kevin Khadija Kieran Kim Kimberley Kirsteen Kirsten Kirsty Kris Krystyna Kyle Lachlan Laila Lara Laura
    Lauren Laurence Layla Leah Leanne Lee Leigh Lena Leo Leon Leona Leonard Leslie Lesley Lewis Liam Lilian
    Lillian Lily Linda Lindsay Lindsey Lisa Liz Lizzie Logan Lois Lorna Lorraine Louis Louisa Louise Luca Lucia
    Lucy Luke Lydia Lyndsay Lynda Lynn Lynne Lynsey Mabel Maciej Madeleine Magdalena Maggie Mahmoud Mairi
    Malcolm Mandy Marc Marcus Margaret Margo Maria Mariam Marian Marianne Marie Marilyn Marina Mario Marion
    Marjorie Mark Marlene Marta Martha Martin Martyn Mary Maryam Matt Matthew Maura Maureen Maurice Mavis Maxine
    Meera Megan Mehmet Melanie Melissa Mhairi Michael Michaela Michal Michelle Mick Miguel Mike Mila Mildred
    Millie Miriam Mohamed Mohammad Mohammed Moira Molly Mona Monica Morag Morgan Morna Muhammad Muriel Murray
    Myra Nadia Nadine Nancy Naomi Natalia Natalie Natasha Nathan Neil Nesta Niall Nicholas Nick Nicky Nicola
    Nicole Nigel Nikita Nina Noah Noel Nora Noreen Norma Norman Nuala Oksana Olga Olive Oliver Olivia Omar
    Oonagh Orla Oscar Owen Pamela Pat Patricia Patrick Paul Paula Pauline Pawel Penelope Penny Peter Petra Phil
    Philip Philippa Phillip Phoebe Phyllis Pierre Piotr Poppy Priya Priyanka Rachael Rachel Rafal Rahul Raj
    Rajesh Ralph Ramona Raymond Rebecca Reece Rena Rhian Rhiannon Rhona Rhys Ricardo Richard Rick Ricky Rita Rob
    Robbie Robert Roberta Roberto Robin Rod Roderick Rodney Roger Roisin Roland Ron Ronald Ronan Ronnie Rory Ros
    Rosa Rosalind Rose Roseanne Rosemary Rosie Ross Rowan Roxanne Roy Ruairidh Ruby Rupert Russell Ruth Ryan
    Sabrina Sadia Saima Sally Salma Sam Samantha Samina Samira Samuel Sandra Sandy Sanjay Sara Sarah Sasha
    Saskia Scott Sean Sebastian Selina Senga Sergei Shabana Shaheen Shane Shanice Shannon Sharon Shaun Shauna
    Sheena Sheila Shelagh Shelley Shirley Shona Sian Sidney Silvia Simon Simone Siobhan Sofia Sonia Sophia
    Sophie Stacey Stan Stanley Stefan Stella Stephanie Stephen Steve Steven Stewart Stuart Sue Sunita Susan
    Susanna Susanne Suzanne Svetlana Sylvia Tamara Tania Tanya Tara Tasmin Tatiana Ted Teresa Terence Terry Tess
    Tessa Thelma Theo Theresa Thomas Tiffany Tim Timothy Tina Toby Tom Tomasz Tommy Toni Tony Tracey Tracy
    Trevor Tricia Tristan Trudy Uma Una Ursula Usman Val Valerie Vanessa Vera Verity Veronica Vicki Vicky Victor
    Victoria Vikram Vincent Viola Violet Virginia Vivian Vivien Wallace Walter Wanda Wayne Wendy Wiktoria Wilma
    Willie William Winifred Xavier Yasmin Yousef Yusuf Yvette Yvonne Zahra Zainab Zara Zoe Zofia Zuzanna
    """
)
