"""Given names that are common in the United Kingdom, and are no other words that plans use.

Names that are months, places or plain words ("April", "Kent", "Hope") are left out: there the words around a name
have to tell.
"""

from generator.privacy.words import word_set

GIVEN_NAMES = word_set(
    """
    Aaron Abbie Abdul Abdullah Abigail Adam Adele Adrian Agnes Agnieszka Ahmad Ahmed Aidan Aileen Ailsa Aisha
    Alan Alana Alasdair Alastair Albert Alberto Alec Aleksandra Alex Alexander Alexandra Alexis Alfie Alfred Ali
    Alice Alicia Alison Alistair Alister Allan Allison Alyson Amanda Amber Amelia Amina Amir Amy Ana Anastasia
    Andrea Andrew Andy Aneta Angela Angus Anika Anita Anjali Ann Anna Annabel Anne Annette Annie Anthea Anthony
    Anton Antonia Antonio Anwar Anya Aoife Archibald Archie Arjun Arlene Arthur Arun Asha Ashleigh Ashley Asif
    Audrey Aurelio Ava Avril Ayesha Barbara Barney Barry Bartosz Beata Beatrice Becky Belinda Ben Benjamin
    Bernadette Bernard Beth Bethany Betty Beverley Bhavna Bilal Bill Billy Blair Bob Bobby Bonnie Brad Brandon
    Brenda Brendan Brian Bridget Bronwyn Bruce Bryan Bryony Caitlin Callum Calum Cameron Camilla Cara Carina
    Carl Carla Carly Carmen Carol Carole Caroline Carolyn Carrie Carys Cassandra Catherina Catherine Cathy
    Catriona Cecilia Ceri Charlene Charles Charlie Charlotte Charmaine Cheryl Chloe Chris Christina Christine
    Christopher Ciara Claire Clara Clare Clarissa Claudia Clifford Clive Colette Colin Colleen Connor Constance
    Cora Corinne Courtney Craig Crawford Cristina Cynthia Daisy Damian Damien Daniel Daniela Danielle Danny
    Daphne Dariusz Darren Dave David Davina Debbie Deborah Debra Declan Deepa Deirdre Denise Dennis Derek
    Desmond Diana Diane Dilys Dimitri Dominic Dominik Donald Donna Doreen Doris Dorota Dorothy Dougal Douglas
    Duncan Dylan Eamon Edith Edward Edwin Eileen Eilidh Eira Elaine Eleanor Elena Elin Elisabeth Elise Elizabeth
    Ella Ellen Ellie Elliot Ellis Eloise Elsie Elspeth Emily Emma Emre Eoin Eric Erica Erik Erin Ernest Esme
    Esther Ethan Euan Eugene Eunice Euphemia Eva Evan Eve Evelyn Ewa Ewan Ewen Faisal Faiza Farah Fatima
    Felicity Felix Fergus Ffion Finlay Finn Finola Fiona Florence Frances Francesca Francis Frank Fraser Fred
    Freda Freddie Frederick Freya Gabriel Gabriella Gail Gareth Garry Gary Gavin Gayle Gemma Geoff Geoffrey
    George Georgia Georgina Gerald Geraldine Gerard Gerry Gilbert Gillean Gillian Gina Giuseppe Gladys Glenda
    Glenn Gloria Glynis Gordon Grace Graeme Grainne Greg Gregor Gregory Greta Grzegorz Guy Gwen Gwyneth
    Hadiza Haider Halina Hamid Hamish Hamza Hannah Harold Harriet Harris Harry Harvey Hassan Hayley Hazel
    Heather Hector Heidi Helen Helena Henry Hester Hilary Hilda Holly Howard Hugh Hugo Hussain Iain Ian Ibrahim
    Ida Ilona Imogen Imran Ines Ingrid Innes Iona Iqra Irene Iris Isaac Isabel Isabella Isabelle Isla Isobel
    Ivan Ivy Izabela Jack Jackie Jacob Jacqueline Jade Jadwiga Jake Jamal James Jamie Jan Jane Janet Janette
    Janice Janine Jasmine Jason Javed Jay Jayne Jean Jeanette Jeff Jeffrey Jemima Jennifer Jenny Jeremy Jerome
    Jess Jessica Jessie Jill Jillian Jim Jo Joan Joanna Joanne Jocelin Jocelyn Jodie Joe Joel Johanna John
    Johnny Jolanta Jolene Jon Jonathan Jordan Joseph Josephine Josh Joshua Joyce Juan Judith Judy Julia Julian
    Julie Juliet Justin Kamal Kamil Kara Karen Karim Karl Karolina Kasia Kate Katherine Kathleen Kathryn Kathy
    Katie Katrina Katy Kay Kayleigh Keira Keith Kelly Kelvin Ken Kenna Kenneth Kenny Kerr Kerry Kevin Khadija
    Kieran Kim Kimberley Kirsteen Kirsten Kirsty Kris Krystyna Krzysztof Kwame Kyle Lachlan Laila Lara Laura
    Lauren Laurence Layla Leah Leanne Lee Leigh Lena Leo Leon Leona Leonard Lesley Leslie Lewis Liam Lilian
    Lillian Lily Linda Lindsay Lindsey Lisa Liz Lizzie Logan Lois Lorna Lorraine Louis Louisa Louise Luca Lucia
    Lucy Lukasz Luke Lydia Lynda Lyndsay Lynn Lynne Lynsey Mabel Maciej Madeleine Magdalena Maggie Mahmoud
    Mairead Mairi Malcolm Malgorzata Mandy Marc Marcin Marcus Marek Margaret Margo Maria Mariam Marian Marianne
    Marie Marilyn Marina Mario Marion Marjorie Mark Marlene Marsaili Marta Martha Martin Martyn Mary Maryam
    Mateusz Matt Matthew Maura Maureen Maurice Mavis Maxine Meera Megan Mehmet Melanie Melissa Mhairi Michael
    Michaela Michal Michelle Mick Miguel Mike Mila Mildred Millie Miriam Mohamed Mohammad Mohammed Moira Molly
    Mona Monica Morag Morgan Morna Muhammad Mungo Murdo Muriel Myra Nadia Nadine Nancy Naomi Natalia
    Natalie Natasha Nathan Neil Nesta Ngozi Niall Niamh Nicholas Nick Nicky Nicola Nicole Nigel Nikita Nina Noah
    Noel Nora Noreen Norma Norman Nuala Oksana Olga Olive Oliver Olivia Olu Omar Oona Oonagh Orla Oscar Owen
    Pamela Parveen Pat Patricia Patrick Paul Paula Pauline Pawel Peigi Penelope Penny Peregrine Peter Petra Phil
    Philip Philippa Phillip Phoebe Phyllis Pierre Piotr Poppy Priya Priyanka Rachael Rachel Rafal Rahul Raj
    Rajesh Ralph Ramona Rashid Raymond Rebecca Reece Rena Rhian Rhiannon Rhoda Rhona Rhys Ricardo Richard Rick
    Ricky Rita Rob Robbie Robert Roberta Roberto Robin Rod Roderick Rodney Roger Roisin Roland Ron Ronald Ronan
    Ronnie Rory Ros Rosa Rosalind Rose Roseanne Rosemary Rosie Ross Rowan Roxanne Roy Ruairidh Ruari Ruaridh
    Ruby Rukhsana Rupert Russell Ruth Ryan Ryszard Sabrina Sadia Saima Sally Salma Sam Samantha Samina Samira
    Samuel Sana Sandra Sandy Sanjay Saoirse Sara Sarah Sasha Saskia Scott Sean Sebastian Selina Senga Seonaid
    Sergei Shabana Shaheen Shane Shanice Shannon Sharon Shaun Shauna Sheena Sheila Shelagh Shelley Sheonagh
    Shirley Shona Sian Sidney Silvia Simon Simone Siobhan Slawomir Sofia Sonia Sophia Sophie Sorcha Stacey Stan
    Stanley Stefan Stella Stephanie Stephen Steve Steven Stewart Struan Stuart Sue Sunita Susan Susanna Susanne
    Suzanne Svetlana Sylvia Tamara Tania Tanya Tara Tariq Tasmin Tatiana Tavish Ted Terence Teresa Terry Tess
    Tessa Thelma Theo Theresa Thomas Tiffany Tim Timothy Tina Toby Tom Tomasz Tommy Toni Tony Torquil Tracey
    Tracy Trevor Tricia Tristan Trudy Uisdean Uma Una Ursula Usman Val Valerie Vanessa Vera Verity Veronica
    Vicki Vicky Victor Victoria Vikram Vincent Viola Violet Virginia Vivian Vivien Wallace Walter Wanda Wayne
    Wendy Wiktoria William Willie Wilma Winifred Wojciech Xavier Yasmin Yousef Yusuf Yvette Yvonne Zahra Zainab
    Zara Zbigniew Zeynep Zoe Zofia Zuzanna
    """
)
