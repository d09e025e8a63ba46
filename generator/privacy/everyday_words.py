"""Plain words: those that open a sentence as a name would, and names that are also words."""

from generator.privacy.words import word_set

# "Leaflet to tell parents", "Able to report", "Nobody has asked": words that may be the first of a sentence.
OPENING_WORDS = word_set(
    """
    able above absence absent absolute accelerate accent accept access accommodate accompany accomplish account
    accredited accuse achieve acknowledge acquire across acting activate adapt added additional address addresses
    adequate adjust admin administer admit adolescent adopt adventure advert advise advocate affair affect affiliate
    affirm afford affordable aftercare afternoon afterwards again against agent aggregate agile agree agreement
    ahead aide aim aircraft alarm alcohol alias aliases align alike allege allocate allow allude almost alone along
    alongside alpha already also alter alternate alternative although altogether always amalgamate ambassador
    ambiguous ambition among amongst amount ample amplify analyse anchor anew anger angle animal announce annum
    another answer anticipate anxiety anybody anyone anything anywhere apart apologise apology app apparent appeal
    appear appendices applaud apply appoint appointee appraise apprehend apprentice appropriate approval approve apt
    arbitrate arch architect archive argument arisen army around arrange arrest article articulate ascertain aside
    ask aspect aspire assault assemble assembly assert asses assess asset assign assist assume assure astute athlete
    attach attack attain attempt attend attendee attention attitude attract attribute audio audiology auditor aunt
    author autonomy avoid award aware away awkward axis baby back backing backlog backward bad badge bail balance
    ballot bandwidth bank banker bar bargain barrier baseline basis bath bathroom battery battle bearing beat became
    because become bedroom been beer before befriender began begin begun behalf behave behaviour behind belief
    believe belong below benefit beside bespoke best betray between beyond bicycle bid bigger biggest bike bill bind
    biscuit bit bite black blame blank bleak blind block blog blood blue board boat body bolster bomb bond bonus
    book booklet boost booth border bore borrow boss both bottle bottom bounce bout bowl box bracket brain brake
    branch breach break breakfast breath breathe bride brief brighter brilliant bring broad broadcast brochure
    broken brother brought browse bruise bucket buddy buffer build builder building built bullet bulletin bundle
    bungalow burden bureau bursary burst bury bus businessman busy butter buy buyer byte cache café cake calculate
    calculator calendar calm came camera camp campaign cancel cancer candidate cannot canonical canvass capable
    capita capital captain capture card career caregiver cargo carpet carriage carry caseload cash cast casual
    catalogue catch category cater catering cattle cause caution cautious cease celebrate cell census cent
    centralise century ceremony certain certificate certify chain chairman challenge champion chance chancellor
    chaos character charge chart charter chat cheap check checker checklist checkout cheer cheese cheque chest chip
    chocolate choice choir choose chore chose chosen church cigarette cinema circular cite citizen city claim
    clarify class classify classroom clause clean cleaner clearer clearly clergy click client climate clip clipboard
    clock close closer closure cloth clothes cloud coach coast coat code coffee coherent cohort cold collaborate
    collapse collate colleague collect colon colony colour column combined come comfort comma command commend
    comment commerce commit committed common commonwealth communicate commute compact companion company compare
    compel compensate compete compile complain complaint complex compliant component compose compress comprise
    compromise compulsory compute computer conceal concede concentrate concept concert concise conclude concrete
    condemn condense condition conduct confer confess confident confidential confine confirm conflict conform
    confront confuse confused congress connect conscious consensus consent conserve consider consistent consolidate
    consortium constant constitute construct consult consultant consume consumer contain contemplate contend content
    contest context contiguous continent continual continuum contract contractor contradict contrary contrast
    contribute control convene convener convenor convention conversation convert converter convey convince cook
    cookie cool cooperate coordinate cope copy copyright corner corporate correct corrupt cost cottage could counsel
    counselling counsellor count counterpart country couple courage course courtesy cousin cover covering crash
    crazy cream create creative creature creche credit crest crew crime crisis criteria critical criticise critique
    crop cross crowd crucial cruel cruelty cultivate cultural cure curious curriculum curtail custodian custody
    custom customer cut cyber cycle dad daily damage danger dangerous dare darker dashboard database daughter dawn
    day daycare deadline deaf deal dealt dean death debate debt decade decent decide decimal decision declare
    decline decrease dedicate dedicated deep default defeat defect defend defendant defer deficit define defined
    definite degree delay delegate delete deliberate delicate delight deliver demand dementia demonstrate
    denominator dentist dentistry deny depart departure depend deposit depress depth deputation descend describe
    deserve designate desire desk destroy detail detain detective deter deteriorate determine deviate device devise
    devote diagnose diagram dialogue diary dictate dictionaries diet dietetics dietitian differ difference different
    difficult difficulties digit dilemma diligent dinner diploma diplomat direct directive directly directory dirt
    dirty disagree disappear disaster discard discharge discipline disclose discount discourage discover discrete
    discriminate discus discuss disease dish disk dismiss disorder dispatch disperse display disposal dispute
    disregard disrupt disseminate dissolve distinct distinguish distress distribute disturb diversify divert divide
    divorce does doing domain dominate donate done donor door dossier double doubt down downgrade download downtown
    downward dozen draft drain drama draw drawn dread dream dress drift drill drink drive driver drop drown dry due
    duplicate during dust dwell dynamic e-learning e-mail each eager earlier easier easy economy ecstasy edge edit
    edition editor educate effect efficient effort eight eighteen either elaborate elder elect element elevate
    eleven eligible eliminate elite else elsewhere email embark embarrass embed embrace emerge emphasis emphasise
    employ employee employer empower empty emulate enable enclose encounter encourage end endanger endeavour endorse
    endure enemy energy enforce engage engine enhance enjoy enlarge enormous enough enquire enrich enrol ensue
    entail enter enterprise entertain entire entitled entrust entry envelope envisage episode eportal equal equate
    equip erect erode error escalate escape essay essential estate esteem estimate ethos evacuate evaluate even
    evening eventually every everybody everyday everyone everything everywhere evident evolve exact exaggerate
    examine example excel excellent except excess exchange exclude excuse execute exercise exert exhaust exhibition
    exist exit expand expect expedite expel expense expert expertise expire explain explicit exploit explore export
    expose express extend extent external extract extranet extreme eye fabricate face facet facilitate facility fact
    factsheet faculty fade fail failure faint fair faith fall false familiar fare farm fashion fast faster fate
    father fatigue fault favour favourite fear feature federal fee feed feedback feel fellow festival fetch fetches
    fever few fewer fibre field fieldwork fierce fifth fifty fight figure file fill film filter finalise find fine
    finger fingerprint finish fire firmer fiscal fit five fixture flag flat flavour flaw flee flex flexible flight
    float floor flourish flow fluctuate fluent flyer foetus fold folder folk follow font food footage football fora
    forbid force forecast foreign foremost forget form formal format former formerly formula formulate forth
    fortnight fortunate forty forward found founder four fourth fragile frame fraud free freedom freelance freeze
    freight frequent fresh friend front frontline frozen frustrate fuel fulfil fun function functional fund
    fundamental fundraiser funeral funny furniture further furthermore fuse fuss gain galvanise gap garden gather
    gave gaze gear gender generate generous genre gentle genuine gesture get giant gift girl give given glad glimpse
    global glory glossary go goal going gold gone gossip govern grab grade gradual gran grandfather grandmother
    grandparent grant graph grasp grateful grave great greater greet grid grief grip grocery gross ground groundwork
    grow growth guarantee guard guess guesses guest guideline guilt guilty gulf gym habit hair half hall halt hamper
    hand handbook handicap handle handout handover hang happen happy harass hard hardly harm hash hashes haste hate
    have having hazard he header headline healthier hear hearing heart heat heavy height held helper helpline hence
    her here heritage hers herself hesitate hidden hide hierarchy highlight him himself hinder hint hire his
    historical history hit hold holder holiday homecare honest hope horizon horror host hostel hostile hotel hotline
    hour household however huge humble humour hundred hundredth hunger hunt hurdle hurry hurt husband hyphen
    hypothesis icon idea ideal identical identity ignore ill illegal illustrate image imagine imitate immediate
    immense immigrant imminent impair impart impede imperative implicate implore import important impose impress
    imprison inaccurate inbox incident incite incline include income incomplete incorporate incorrect increase
    incumbent indeed indent index indicate individual indoor induct industry infant infect infer inflict infographic
    inform infrastructure inhabit inherit inhibit initiate inject injure injury injustice inmate inner input inquiry
    insert inside insight insist inspect install instant instead instil instinct instruct insufficient insulate
    insult insurance integer integral integrate intellect intellectual intelligent intend intensify intent interact
    interdependent interest interfere interior intern internet interpreter interrogate interrupt interval intervene
    interview intimate intimidate into intranet introduce intrude invade invent inventory inverse invest investigate
    invitation invite invoice invoke involve involved isolate item iterate itself jail janitor jargon jealous
    jeopardise job join joiner joke journal journalist judge jury just justifies juvenile keen keep kept key
    keyboard kick kid kill kind king kit knee knew knock know known label laboratory labour lack lady land lane
    language lapse laptop large larger last late lately later latter laugh launch launder laundry law lawyer lay
    layout lead leadership leaflet leak learn learner lease least leave lecture lecturer led left legacy legal
    legend legislate legislation legislature leisure lend length lengthen less lesser lesson let lethal letter
    letterhead liaise liaison liberal liberty library licence lifelong lifestyle lifetime lift light lighter
    lighthouse like likely limit line linear linger linguist link list listen literacy literal literature litter
    little live load loader loan lobby locale locate log logical logo lone long longer look loop loose lorry lose
    loss lost lot lottery loud lounge love low lowest loyal luck lunch lunchtime luxury machine made magazine mail
    mailshot main mainly mainstream maintainer majesty majority make makeup male malice man mandate mandatory
    manipulate manner manual manufacture many map marathon march margin marginal marital mark marker market marriage
    marry mask master masterclass match material maternity maths matrix matter mature maximise maybe mayhem mayor
    meal mean meant meantime meanwhile mechanism media median mediate mediator medic medicine meet member memo
    memorandum memory mend mentee mention menu merge mess message metal method methodical metre metropolitan
    microphone midday middle middleman midnight midwifery might migrant migrate mile military milk millimetre mind
    mine minimal minimise minimum minister minor minority mirror miss missing mission misspelt mistake mistrust
    misunderstand mitigate mix mobile mock mode moderate modern modest modify molest moment money month morale
    moratorium morning mortgage motel mother motion motivate motivation motor mould mouse mouth move mover movie
    much multiple mum murder muscle museum must mutter mutual myself mystery myth name narrative narrow nasty nation
    nationwide native natural nature naughty navigate near nearest nearly necessary necessitate need negotiate
    neighbour neither neonatology nephew nerve nervous net neutral never nevertheless newborn newcomer newer newest
    newly news newsflash newspaper nice niece nightmare nine ninety nobody node noise noisy nominal nominee none nor
    normal nothing notice noticeboard notify noun novel novice now nowhere null numb number numerator numerous
    nurture obey object objective obligation oblige obscure observe obsess obstacle obstetrics obstruct obtain
    obvious occasion occasional occupy occur odd offend offer office officer official often old older oldest omit
    once oncology ones oneself only onto onward opinion opportunity oppose opposite oppress opt optician optimise
    option oral order organise organiser orient orientate origin original orphan orthodontist others otherwise ours
    ourselves outbreak outdoor outlay outlet outline output outrage outreach outset outside outsider outweigh over
    overcome overdue overlap overlook overnight override overseas oversee overseen overseer oversight overtake
    overtime overturn overwhelm own oxygen pace pack package paediatrics paid pair pale paler pamphlet panel
    paperwork par parade paragraph parallel pardon parenthood parser part partial participant participate particular
    particulars partly party pass passage passenger passport password past paste path patience patient patrol
    pattern pause pay payment peak peculiar peer pen penalise penalty pending people per percent percentage perfect
    perform perhaps permanent permeate permission permit perpetrate perpetrator perplex persevere personal
    perspective persuade pertinent pest petition pharmacist pharmacy phone photo phrase physical physiotherapist
    physiotherapy pick picture piece pile pin pioneer pipeline pitch placement plane plate platform play player
    playground playwright pleasant please pleased pleasure pledge plenty plight plot plural plus pocket podcast
    podiatry poem point poison policeman polite political politician poll pool popular population portal portfolio
    portray pose possess possible post postcard poster postholder postpone potential pound poverty power practical
    pray preach precede precedent precise predecessor predict predominant preface prefer pregnancy pregnant
    prejudice preliminary prelude premature premier premise premises prepare prerequisite presence present presenter
    preserve president press pressure prestige presume pretend prevail prevent preview previous prey price priest
    prince princess principle print prior prison prisoner privacy private privilege prize pro probable probe problem
    proceed processor proclaim procure produce product profile profit program prohibit prolong prominent promise
    promote prompt pronounce proof propel proper property prophet proportionate propose prosecute prosecutor
    prospectus prosper prostitute protect protest protocol proud prove provide province provision provisional
    provoke provost proxy psychiatrist psychiatry psychology publish publisher pull punch punctual punish pupil
    purchase pure push put puzzle qualified qualifier qualify quantify quarrel queen quell query quest questionnaire
    quick quiet quirk quit quite quota quote race racial radio radiology rail raise ran random range ransom rape
    rapid rapport rare rarely rate rather ratio rational rationale reach react read reader readily readiness ready
    real realise reality really reap rear reason reassurance reassure rebel rebuild recall receipt receive recent
    recently reception recipe recipient recite reckon recognise recommend reconcile reconsider reconstruct recover
    recreate recruit rectify rector recycle redeem redesign redirect redraft redundant refer reference refine
    reflect reform refrain refresh refresher refugee refund refurbish refusal refuse regain regard regime region
    register registrar registry regret regulate rehabilitate rehearse reinforce reinstate reiterate reject rejoice
    relate relative relax relay release relevant relief relieve religion religious reload relocate reluctant rely
    remain remainder remark remedial remedy remember remind reminder remit remote removal remove rename render renew
    renewal renovate rent repair repeal repeat repent replace replicate reply reporter represent representative
    repress reproduce reputation request require rerun reschedule rescue research resemble resent reserve reside
    resident residential resign resilience resilient resistant resolve resort respect respite respond respondent
    rest restart restore restrain restrict restructure result resume retail retain rethink retire retreat retrieve
    return reunite reveal revenge revenue reverse revert reviewer revise revisit revoke revolve reward rewrite
    rhythm rich rifle rigid rigorous rigour ring rise ritual rival roam rob robbery robust rocket roll rollout roof
    room root rota rotate rough round roundtable route routine row rubbish rude ruin rule rumour run runner rush
    sack sacrifice safeguard said salary sale salute same sanctuary satellite satisfactory satisfied satisfy savage
    save saw say scaffold scalar scale scandal scanner scar scarce scare scatter scenario scene sceptical scheduled
    scope score scratch scream screen script scroll scrutinise scrutiny seam search searches seat secondee secret
    secure see seek seem seen seize seldom select semester seminar send sender senior sense sent separate serene
    series serve server set settle seven several severe shadow shaft shake shall shallow shame shape share sharp she
    sheet shelf shell shelve shift shirt shock shoot shop shopkeeper shortage shorten shorter shortly should
    shoulder shout show shower shown shrink shut sibling sick side sigh sign signal signatory signature significant
    signpost silence silent similar simple simpler simplify simultaneous since sincere singular sink sister sit site
    situate six size skeleton sketch skill skin slave slavery sleep slide slight slim slip slogan slope slot slow
    slower small smallest smart smoke smoker smooth smuggle snack soap sober social socialise soft soften software
    soldier sole solemn solicitor solid solitary solution solve solvent some somebody someone something sometimes
    somewhere son soon sort sought soul sound soup source space span spare speak speaker special species specify
    spectrum speculate speech speed spell spend spent sphere spine spirit spiritual spite splash split spoil spoke
    spokesperson sponsor spontaneous sport spot spouse spread spreadsheet squad square stab stadium staff stake
    stakeholder stale stand standardise stare start starter startle state stationery statistic statistician statute
    statutory stay stayed steady steal steam stem step stick sticker stigma still stimulate stimulus stipulate stock
    stocktake stolen stomach stood stop storage store story straight straightforward strain stranger strap stream
    streamline strength strengthen stress stretch strict strike strip strive stroke stronger structural structure
    struggle studio studious study stupid sturdy style sub-committee subcommittee subject submit subordinate
    subscribe subsequent subsidise subsidy substantial substantiate substitute subtle suburb succeed success
    successor such sudden suffer sufficient suggest suicide suit suitable suitcase sum summon sunlight super superb
    superficial superior supervise supper supplement supplier supply suppose suppress supreme sure surf surface
    surge surgeon surgery surname surplus surprise surrender surround survivor suspect sustain swear sweat swift
    swim switch syllabus symbol sympathy symptom synchronise syndrome synopsis synthesise tablet tackle tag tail
    take taken takeover tale talent talk tape target taskforce taster taught tax taxi teach tear tease technique
    technological teenage teenager telecare teleconference telephone television tell temper temperature template
    temporary tempt ten tenant tend tendency tender tense tent tenth tenure terminal terminate territory terror test
    testify testimony text textbook than thank theft their them theme themselves then theory therapist therapy there
    thereafter therefore these they thick thief thin thing think thinking thirteen thirty this thorough those though
    thought thousand thread threat threaten threshold throughcare throughout throw thus tick ticket tidy tie tight
    timeframe timeline timely timetable timezone timid tint tiny tip tire tissue title toast tobacco today toddler
    together toggle toilet told tolerate tomb tomorrow tone tongue tonight too took tooth top topical torture total
    touch tough tour toward towards town trace track tracker trade trade-union tradition traditional tragedy trail
    trainee trait transcribe transcript transfer transform transient transitional translate translator transmit
    transparent transport trap trauma travel tray treat treaty tremble tremendous trend trial tribe tribute trigger
    trip triumph trivial troop tropical trouble true trustee truth try tumble turmoil turn turnover tutor tweet
    twelve twenty twice twin two type typical ultimate umbrella unable unaware uncertain uncertainty uncle unclear
    uncover underestimate undergo undergraduate underline undermine understand understood undertake undertaken
    undertook undo undoes undone undue uneasy unemployment unequal unexpected unfair unfit unfold unfortunate
    unhappy uniform unify unique unit unite universe unjust unkind unknown unless unlike unlikely unlock unnecessary
    unpaid unpleasant unread unrest unsafe unsure until unusual unveil unwell unwilling upcoming update upgrade
    uphold uplift upload upon upright uproar uproot upset upstairs urge urgent us usage usual usually utilise utmost
    utter vacancy vacant vacate vaccine vague valid validate valuable value van vandal vanish vanishes variance
    variety various vary vast vehicle vent venue verb verbal verbatim verdict verify versatile version very vet
    veteran via vibrant video view viewer vigilant village violate violent virtually virus visible visit visitor
    visual vital vivid vlog vocabulary vocal volatile volume volunteer vote voucher vow wage wait waiver walk wall
    wander want warden warm warn warrant was wash waste watch watchdog water way weak weakness wealth weapon wear
    weary weather webcast webinar weblink webpage weekend weekly weep weight weird welcome wellbeing went were
    whatever whenever whereas wherever whether whichever while whilst whistle whistleblower whoever whole whom whose
    why widen wider widespread widow width wife will willing win window wisdom wish withdraw withdrawal withdrawn
    withheld withhold within without withstand woman wonder word wording workbook worker workload workplace workplan
    worksheet workstream worldwide worry worse worst worth would wound wrap wreck write writer written wrong wrote
    yardstick yearly yesterday yet yield youngest youngster yourself zeal zero zone
    """
)
# Bodies, systems, places, languages and schemes that go by one word, and are no surname that is common.
ONE_WORD_NAMES = word_set(
    """
    aberlour addaction advocard africa airdrie alloa alva alzheimer's america android annan arabic arbroath
    ardrossan asia auchterarder australia aviemore azure ballater banff barnardo barnardos bathgate bbc bearsden
    bedfordshire belfast bellshill bengali berkshire bichard birmingham bishopbriggs blairgowrie blantyre bo'ness
    bonnybridge bradford braille brechin brexit bristol broxburn brussels buckinghamshire burntisland caldicott
    cambridgeshire campbeltown canada cantonese capability capita cardiff carefirst carenap caritas carluke
    carnoustie catholic ceop cheshire childline childnet childsmile china chinese christian christians clydebank
    coatbridge cornerstone cornwall coronavirus covalent coventry covid cowdenbeath crieff crimestoppers crossreach
    cumbernauld cumbria cumnock cupar cyrenians dalkeith dalmarnock denny derbyshire devon dingwall diwali dollar
    dorset dropbox dublin dunblane dunfermline dunoon durham dutch dyslexia easterhouse eid elgin enable engage
    enquire essex eventbrite eyemouth facebook facetime falkirk farsi fastracked fochabers forfar frameworki france
    fraserburgh french gaelic galashiels german germany gingerbread girvan glenrothes gloucestershire glow google
    gorebridge gourock govan grangemouth grantown greenock gypsy haddington hampshire hanukkah hawick helensburgh
    hertfordshire hindi hindu hogmanay holyrood home-start homestart hull huntly includem india inspire instagram
    intune inverurie ipad iphone islam islamic italian italy jedburgh jewish kelso kent kibble kidscape kilbrandon
    kilmarnock kilsyth kilwinning kirkcaldy kirkcudbright kirkintilloch kirkwall kirriemuir kooth kurdish laming
    lanark lancashire largs larkhall latvian learnpro leeds leicester leicestershire lent lerwick leven lincolnshire
    linkedin linlithgow liquidlogic lithuania lithuanian liverpool livingston lochgelly lochgilphead lockerbie
    macmillan makaton mallaig manchester mandarin mauchline maybole mencap menstrie methil microsoft milngavie
    momentum montrose mosaic motherwell muslim musselburgh nacro nairn newcastle nexus nigeria norfolk
    northamptonshire northumberland norwegian nottingham nottinghamshire oban ofcom ofsted onedrive oracle outlook
    oxford oxfordshire paisley pakistan parentline parentzone peebles penicuik pentana pentecost penumbra peterhead
    phoenix pinterest pitlochry place2be plymouth poland polish portree portsmouth portugal portuguese powerpoint
    prestwick punjabi quarrier quarriers ramadan refuge relate respectme roma romania romanian rossie rothesay
    russia russian rutherglen sacro saltcoats samaritan samaritans sauchie scots seemis selkirk sense sharepoint
    sheffield shelter shelterline shropshire sikh skype slack slovakia snapchat solihull somali somalia somerset
    southampton spain spanish staffordshire stenhousemuir stevenston stonehaven stonewall stornoway stranraer
    suffolk sunderland surestart surrey survation surveymonkey sussex swahili swansea swedish swift syria tamil
    tavistock teams thinkuknow thurso tiktok tillicoultry tobermory tranent traveller troon tullibody turas turkey
    turkish turn2us turriff tusla twitter ukraine ukrainian ullapool unison urdu venture vietnamese viewpoint
    voipscape warwickshire westminster whatsapp whitehall wick wikipedia wiltshire windows wishaw worcestershire
    xbox yorkshire youngminds youthlink youtube yuletide zoom
    """
)
# Surnames and given names that small letters make a word of: "young", "may", "a grant", "to mark".
NAMES_THAT_ARE_WORDS = word_set(
    """
    abbey abbot acorn amber angel april arch archer ark armour arrow art ash aspen august autumn bachelor bacon
    badger baker ball banks banner barber barley baron basil bass bay beach beacon bean bear beard bee bell belt
    bench bent berry best bill birch bird bishop black blade bland blaze bliss bloom blossom blow bob bolt bond bone
    booth borders bough bow bower bowler bowls boy brace brand brass brave bray bread bridge bridges bright brook
    brooks broom brown browning brush buck bud budge bull bullock bunch bunting burn burns burrow bush butcher
    butler butt butterfly button cable cage candy cane cannon canon cape caper card carol carpenter cart carver case
    cash castle caterer cave chamber chambers champion chance chancellor chandler chant chapel chaplain charity
    charm chase cherry child chuck church clan clay clean clever cliff clover coal cock coffin collar collier comb
    constable cook cooper coral cord cork corn cotton couch court cove cow coward cox crab craft crane creek crisp
    crook cross crow crown cruise crystal cumming cup curl curry cutter dab daisy dale dance dark dart dash dawn day
    daze deacon deal dean dear dell den destiny dew diamond dike dodge dolly dot dove down downs dowry draper drew
    drummer duck duff duke dusty dyke eagle earl early east easter elder elm ember english eve ever fair faith
    falcon farmer farrier fell fern ferry fiddler field fields finch fish fisher fitter flag flax fleet flint flood
    flora florist flower flowers flux fog foot forbear ford forest forester forge fort foster fountain fowl fox
    frank french friend frost fry fuller gable gage gale gall gamble game gang gannet garb gardener garland garlic
    garret gate gates gay gem gene gentle gentry german gift gill ginger glad glade glass glazier glen glove goat
    gold golden goldsmith good goose gore gorse gown grace grain grand grange grant graves green grey grieve groom
    grove gully gun gunner guy hacker hale hall halls ham hammer hand handy harbour hard hardy hare harmony harp
    harry hart harvest hatch hatter haven hawk hay hazel head heal heard heart heath heather heaven hedge hedges
    helm herald herb herd hero heron herring hew hick high hill hills hind hitch hobby hog holder holiday holly home
    honey honour hood hook hooker hope hopper horn horse host hound house howl hull hunt hunter hutch ibis ice inch
    innocent iris irish irons ivory ivy jack jade jasmine jay jeans jester jet jewel job jolly journey joy judge
    june junior juniper just justice karat keel keen keep ken kerb kettle key keys kid kin king kings kirk kit
    kitchen kite kitty knight knot lace lad laird lake lamb lamp lance land landlord lane lark lass last laurel
    lavender law lawman lawn lawyer lay leaf league leather lee leech leek light lilac lily lime linen link links
    lion little livery livings loan lock lodge loft long loom lord love lovely low luck lucky lunar lush lynch lynx
    mace macintosh made magpie mail main major maker mallet manners manor mantle maple march mare margin marigold
    marina mark marker market marks marsh marshal martin mason mast masters mat mate max maxim maximum may mead
    meadow meadows means merchant mercy merit merry mews midge might mike mild mile miles mill miller mills miner
    mini minister mint mitre moat mole monday money monk moon moor moors moral more morn morning moss mother mound
    mount mountain mow mundane musk mustard myrtle nail nan neat needle nest nestle new newton nick nickel night
    nightingale noble noon norm north nurse oak oats ocean odd offer olive opal oral orange orchard orchid organ
    osprey otter outlaw owl ox pace pack packer page pain paint painter palm pansy parish park parks parrot parson
    parsons partridge pass past pastor pat patch patience patient pawn pea peace peach peacock pear pearl peat peck
    peel peg pen pence penny pepper perk petal petty pew phoenix pick pike pilgrim pill pin pine pink pip piper
    place plain plant plaster plum plumber poet pole pond pool poor pope poplar poppy port porter post potter powder
    power powers praise preacher precious press price pride priest prime primrose prince prior proctor proud
    prudence prune purse quarry quest quick quill quince rabbit race rain rainbow ram randy ranger rave raven ray
    read reader ready reams reaper reed reef rest rice rich richer riches riddle ride rider ridge riding ring ripple
    river rivers road rob robin rock rod roe roll rolls roman rook room root rose rosemary roses rosy rough rover
    row rowing royal ruby rue ruff rule rump rush rust rusty rye sad saddler saffron sage sail sailor saint sale
    sales sally salmon salt sand sandals sandy satin savage saver savour say saying scarlet scholar school score
    scout scribe seal seaman sear season self sellers sergeant servant sever sexton shade shark sharp shearer shears
    sheen sheikh shelter shepherd sheriff shield shields shine ship shipper shone shore shores short shutter shy
    sick side sierra silk silver singer skate skill skinner skip skipper sky slack slate slater slaughter sleigh
    slow small smart smith snail snipe snow solace sole sorrel sorrow south spark sparks sparrow spear speck spice
    spike spinner spring spruce squire stable stack stacks staff stag stain stamp standing staple staples star stark
    starling stay stead steed steel steep steer sterling stern stew steward stick still stock stocks stoke stone
    stoner stones storey stork storm story stout strand strange stranger street stretch stride strong sue sugar
    summer summers summit sunday sunny sunshine surly swallow swan sweep sweet sweets swift sword tad tailor tall
    tank tanner tansy taper tarry teal tell tempest temple tenant tern terrace thatcher thistle thorn thrift thrush
    thyme tide tiger tile tiler till tiller timber time tombs tool topaz torrent tout tower towers town towns toy
    trader train trainer trapper travel traverse treasure tree trench trick trinity trip trooper trotter trout trove
    true trump tulip tune turner turnip turtle tweed twig twist tyke unity urban usher vale valentine valley van
    vane vanity veal verger vessel vicar vice victor victory vine viola violet virgin virtue vixen wade wafer wager
    wake wakes walk walker wall walls walnut waltz ward warden wardrobe warm warren warrior washer wasp watcher
    water waters watt watts wax way weaver wedding wedge weeks weigh weight weir weld well wells welsh west whale
    wharf wheat wheel wheeler whinny white wick wicks wild wilder wilful will willing willow wills win winch wind
    wing wink winner winter winters wise wit wolf wonder wood woodcock woodland woodman woods woody wool word words
    workman worth worthy wrath wren wright yard yeoman yew yoke young younger yule zest
    """
)
# Whatever of these stands in small letters, or begins a sentence, tells of nobody.
PLAIN_WORDS = OPENING_WORDS | NAMES_THAT_ARE_WORDS
