"""Surnames that are common in the United Kingdom, and are no other words that plans use.

Those that are places, bodies or plain nouns ("Hamilton", "Macmillan", "Grant") are left out: there the words around a
name have to tell.
"""

from generator.privacy.words import word_set

SURNAMES = word_set(
    """
    Abbott Abercrombie Adams Adamson Addison Adeyemi Agnew Ahmad Ahmed Aitken Aitkenhead Akhtar Alexander Ali
    Allardyce Allison Anderson Andrews Ansari Anwar Armitage Armour Armstrong Arnott Arthur Ashworth Aslam Atkins
    Atkinson Auld Bailey Bain Baird Balfour Ballantyne Bannerman Barclay Barnes Barr Barrett Barrie Bartlett Bassett
    Baxter Beattie Begum Bell Bennett Benson Berry Bevan Bhatti Binnie Bisset Black Blackwood Blaikie Blyth Bowie
    Bowman Boyd Boyle Bradley Bremner Brennan Brodie Brooks Browning Bruce Bryce Bryson Buchan Buchanan Burgess
    Burnett Burns Butt Byrne Cairns Calder Callaghan Callander Cameron Campbell Cargill Carlin Carmichael Carr
    Carroll Carruthers Carson Cassidy Cassie Chalmers Chambers Chaudhry Chisholm Choudhury Chowdhury Christie Clark
    Clarkson Cochrane Coleman Coll Collier Collins Connell Connelly Connolly Connor Connors Conway Cormack Coutts
    Cowan Cowie Craib Craig Cranston Crawford Crichton Crombie Crosbie Cruickshank Cumming Cummings Cunningham
    Cunninghame Currie Curtis Cuthbert Cuthbertson Dalgleish Dalgliesh Dalrymple Daly Dalziel Davey Davidson Davies
    Davis Davison Dawson Desai Devine Devlin Dewar Dhillon Dick Dickie Dickson Dixon Dobbie Dobson Dodds Doherty
    Donachie Donald Donaldson Donnelly Dougall Dougan Douglas Dow Downie Doyle Drummond Drysdale Duff Duffy Duguid
    Dunbar Duncan Dunlop Dunn Dunsmore Duthie Dyer Eadie Eccles Edgar Edmond Edmonds Edwards Elliot Elliott Ellis
    Erskine Esposito Esslemont Evans Ewing Fairbairn Fairley Fairlie Falconer Farooq Farquhar Farquharson Farrell
    Fenton Ferguson Fergusson Fernandes Fernandez Ferrier Fettes Findlay Finlay Finlayson Finnie Fitzgerald
    Fitzpatrick Fleming Fletcher Flynn Foley Forbes Forsyth Fotheringham Fowler Fraser Freeman Frew Fullarton Fulton
    Furness Fyfe Galbraith Gallacher Gallagher Galt Garcia Gardiner Gardner Garland Gebbie Geddes Gemmell Gibb
    Gibbons Gibbs Gibson Gilchrist Gillies Gilmour Gilroy Glen Goldie Goodall Goodwin Gordon Gorman Gourlay Gow
    Grahame Gray Greer Greig Grewal Grierson Grieve Griffin Griffiths Gupta Guthrie Haddow Haggart Haldane Haldenby
    Halliday Hanlon Hanna Hannah Hardie Harding Harkins Harkness Harper Harris Harrison Hart Hartley Harvey Hastie
    Hawkins Hay Hayes Healy Henderson Hendry Henry Hepburn Hernandez Heron Herron Higgins Hislop Hogg Holmes Horne
    Houston Howard Howat Howieson Hudson Huggins Hughes Hume Humphrey Hunt Hussain Hussein Hutcheon Hutcheson
    Hutchinson Hutchison Hutton Hyslop Imrie Inglis Ingram Innes Ionescu Iqbal Irons Irvine Irving Ivanov Jack
    Jackson Jamieson Jardine Jarvie Jeffrey Jenkins Johnson Johnstone Jones Kane Kaur Kavanagh Kay Keane Keenan Keir
    Keith Kelly Kemp Kennedy Kenny Keogh Kerr Khan Kidd Kilgour Kilpatrick Kinnear Kirkpatrick Kirkwood Knox
    Kowalska Kowalski Kozlowski Kumar Kyle Laidlaw Laing Laird Lamb Lamont Lawrence Lawrie Lawson Leckie Lee Leitch
    Leith Lennon Lennox Leslie Lewandowski Liddell Lindsay Linklater Lockhart Logan Lorimer Lowe Lumsden Lyle Lynch
    Lyon Lyons MacAlister Macaskill Macaulay MacAulay MacBeth MacBride MacCallum MacColl Macdonald MacDonald
    MacDougall Macdougall MacFarlane Macfarlane MacGregor Macgregor Macinnes MacInnes MacIntosh MacIntyre Macintyre
    MacIver Macivor MacKay Mackay Mackenzie MacKenzie Mackie Mackinlay Mackinnon MacKinnon Mackintosh MacLean
    Maclean Maclennan MacLennan MacLeod Macleod MacNab Macneil MacNeil MacNeill MacPhail MacPherson Macpherson
    MacRae Macrae MacSween Mahmood Mahmoud Mair Malik Mallon Malone Manson Marr Marshall Martin Masson Masterton
    Mather Matheson Mathieson Matthews Maxwell Mcdonald Mckay Mckenzie Mehta Meikle Meldrum Melville Mensah Mercer
    Methven Miah Michie Middleton Millar Miller Milligan Milne Mirza Mitchell Moffat Mohammed Moir Monaghan
    Moncrieff Moncur Monteith Montgomery Moodie Moon Mooney Moore Moran Morgan Morris Morrison Morrow Morton Mowat
    Muir Muirhead Mulholland Mullen Muller Mulligan Munn Murchison Murdoch Murphy Musgrave Mutch Nair Naismith
    Napier Nash Neill Neilson Nelson Nesbitt Newlands Newman Newton Nguyen Nicholson Nicol Nicoll Nicolson Nimmo
    Nisbet Niven Noble Nolan Norris Nowak Nugent Ogilvie Ogilvy Okafor Okonkwo Oliver Orr Osborne Oswald Owen Owens
    Parker Patel Paterson Patience Paton Patrick Patterson Pattison Paul Peacock Pearson Peat Petrie Petrov
    Pettigrew Philip Philips Phillips Pirie Pirrie Platt Polland Pollock Polson Popescu Porteous Powell Prentice
    Preston Primrose Pringle Proctor Proudfoot Purves Quigley Quinn Qureshi Rae Raeburn Rafferty Rahman Ralston
    Ramage Ramsay Randall Rankin Rankine Raza Reddy Reeves Rehman Reilly Renfrew Rennie Renton Renwick Reynolds
    Rhind Rhodes Riach Rice Richards Richardson Riddell Riley Ritchie Robb Roberts Robertson Robinson Robson Roddick
    Rodger Rodgers Rodriguez Rogers Rooney Ross Rossi Rowe Roy Russell Rutherford Ryan Saleem Sanders Sanderson
    Sandhu Sandilands Sangster Saunders Savage Schmidt Scobie Scott Scoular Seaton Sellar Semple Seton Shafiq Shah
    Shaikh Shand Shanks Shannon Sharma Sharp Sharpe Shaw Shearer Sheikh Shepherd Sheridan Shields Shirreffs Siddiqui
    Sim Simmons Simpson Sims Sinclair Singh Skene Skinner Sloan Smeaton Smellie Smith Smyth Somerville Soutar Speirs
    Spence Spencer Spiers Stark Steedman Steel Steele Stephen Stephens Stephenson Steven Stevens Stevenson Stewart
    Stobbs Stoddart Storrie Stott Strachan Strang Stuart Sturrock Sullivan Summers Swan Swanson Sweeney Syme
    Symington Symon Tait Taylor Telfer Tennant Thom Thomas Thompson Thomson Thorburn Tierney Timmons Todd Tonner
    Torrance Traynor Troup Tulloch Turnbull Turner Tweedie Uddin Urquhart Vass Veitch Waddell Walker Wallace Walls
    Walsh Wardlaw Wardrop Warnock Watkins Watson Watt Watters Watts Weatherston Webster Weir Wells Westwater
    Whitelaw Whyte Wight Wightman Wilkie Wilkinson Williams Williamson Wilson Winton Wishart Wojcik Wood Woods
    Woodward Wotherspoon Wright Wylie Wyllie Yates Yeats Younger Yuill Yule Zielinski
    """
)
