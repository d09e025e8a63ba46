"""Words that plans write with a capital and that are nobody's name, and short names that the field knows."""

from generator.privacy.words import word_set

ROLES = word_set(
    """
    administrator adviser advisor ahofs ahos analyst assistant auditor chair chairperson chief clerk clinician
    commander consultant convener convenor coordinator co-ordinator councillor deputy director doctor educator
    executive facilitator gp guardian head headteacher inspector lead leader leads manager managers midwife
    nurse officer officers paediatrician personnel practitioner principal psychologist reporter secretary
    sergeant sheriff superintendent supervisor teacher trainer treasurer visitor visitors worker workers
    accountant ambassador archivist chaplain commissioner economist engineer engineers minister ministers planner
    planners petitioner pharmacist president ranger rangers researcher solicitor sponsor sro statistician surveyor
    vice-chair warden wardens
    """
)
ORGANISATIONS = word_set(
    """
    academy act agency alliance association authorities authority board boards bureau campus centre charity
    clinic club coalition college commission committee committees company consortium convention council councils
    court department directorate executive federation firm forum foundation fund government group groups home
    hospital house hub initiative inquiry inspectorate institute institution ltd limited llp ministry network
    nursery office organisation parliament partner partners partnership partnerships panel plc practice primary
    programme project report resource review school schools sector service services society steering street
    subgroup sub-group team teams tribunal trust unit union university ward working
    """
)
DAYS = word_set(
    """
    january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec spring summer
    autumn winter christmas easter today
    """
)
# Places as they stand in the names of councils, health boards and police divisions.
PLACES = word_set(
    """
    aberdeen aberdeenshire angus argyll arran ayr ayrshire borders britain british bute caithness central
    clackmannan clackmannanshire clacks clyde cromarty dumbarton dumbartonshire dumfries dunbartonshire dundee
    east edinburgh eilean england english europe european falkirk fife forth galloway glasgow grampian great
    greater hebrides highland highlands inverclyde inverness ireland irish isles kingdom kinross lanarkshire
    lewis london lothian lothians midlothian moray national north northern orkney perth perthshire renfrewshire
    rutland scotland scottish shetland siar south southern stirling stirlingshire strathclyde sutherland tayside
    united valley wales welsh west western
    """
)
FIELD_WORDS = word_set(
    """
    a about abuse access accommodated accountability achieving action actions activities activity adult adults
    advice advocacy after age agencies agenda agreed alcohol all an analysis and annual anti any appendix
    approach areas area assessment assessments at audit audits awareness background base based before being best
    better bi birth briefing briefings budget bullying business but by camhs capacity care carer carers case
    cases change chapter chart child childcare childhood childline children childrens chronologies chronology
    clear clinical code collaboration collaborative commissioning communication communications communities
    community complete completed concern conference conferences consultation consultations contact continue
    continuous contract core corporate covalent criminal culture current data date day days delivery description
    design develop development digital disability disclosure district diversity document domestic draft drug
    drugs due duty early education effective emergency employment engagement ensure equality equalities
    establish evaluation event events every evidence exploitation extra families family female fife finance
    financial final first focus following for foster framework from full further future gateway general getting
    girls good governance graded grade green guidance guide health healthy help high higher home homes housing
    how human identify if imminent impact implement implementation improve improvement in independent indicator
    indicators influence information infant initial inspection inspections integrated integration inter
    interagency interim internal international introduction is issue issues it job joint journey justice key
    kinship knowledge last latest launch leadership learners learning legal level life line link links living
    local log long looked low main maintain manage management map mapping meaning measure measures medical
    medium meeting meetings member members mental mentor minute minutes misuse model module modules monitor
    monitoring monthly more most multi multi-agency my named neglect new newsletter next night no non not note
    notes number nursing of off offender on one ongoing online open operational or other our out outcome
    outcomes overall overview owner page paper papers parent parenting parents pathway pathways people
    performance person persons phase pilot place plan planning plans play police policies policy poor portfolio
    positive post practices prevention primary priorities priority procedure procedures process processes
    professional professionals progress promoting proposal protecting protection protocol protocols provider
    providers public pupil pupils purpose quality quarter quarterly question questionnaire quick raise rating
    ratings recommendation recommendations record recording recovery red reduce referral referrals registration
    regular relationships reporting reports request requirements resources response responsibility responsible
    restorative results revised reviewing right rights risk risks role routes rural safe safeguarding safer
    safety sample sampling scheme school science scoping second secondary section self senior serious session
    sessions sexual shared short significant single skills so social specialist staff stage standard standards
    standing statement status strategic strategies strategy strong strengthening student substance suggestion
    summary supervision support supported survey surveys sustainability system systems target tables task
    technical template term terms that the theme third this three through time timescale to together tool
    toolkit tools topic traffic training transition transitions transport two under undertake unborn update
    updated upper use user users version victim victims violence virtual vision voice voluntary volunteer
    vulnerable warning we web website week welfare wellbeing well-being what when where which who why wide with
    witness women work workforce workload workshop workshops world year years yes your young youth alert amber band
    bands board's boards cabinet call childs cluster conclusion contents continued councils's crown details
    detailed directors enquiries enquiry executives exempt feedback forums inspector's intake invented lessons
    listening nhs observation ok parliament's partnership's period pages practitioners programmes projects
    question's reference regional regulation schedule scotland's screening seek services' sheet sub summit table
    tables' universal viewpoint views worked
    """
)
NOT_SURNAMES = FIELD_WORDS | ROLES | ORGANISATIONS | DAYS
COMMON_WORDS = NOT_SURNAMES | PLACES

# Short names of two or three letters (and a few longer) that are common in the public sector and are nobody's initials.
# Two letters in brackets are initials more often than not: of such short names only those that everybody uses.
ACRONYMS = word_set(
    """
    ABE ACE ACES ADHD ADP AGM AHP AM AMP AOB ASD ASL ASN ASP ATM AUD BBC BBV BME BSL CAB CAFCASS CAMHS CAPSM CCE
    CCTV CEO CEX CFO CGL CHI CHP CIC CIN CIPD CLD COG COO COP COSLA COVID CP CPC CPCC CPCS CPD CPN CPO CPP CPR
    CPS CRB CRO CRT CSA CSE CSP CSR CSV CSWO CYP CYPP DBS DFE DHSC DIY DNA DOB DPA DPIA DPO DSL DSM DWP EAL EDI
    EHCP EHR EIA ELC ELT EPS ESOL EU EYC EYP FAQ FAS FASD FGC FGM FII FIN FMEA FOI FSM FTE GBV GCSE GDP GDPR
    GIRFEC GP GPS GTC HBV HIV HMI HMICS HMIE HMP HMRC HNC HND HPI HR HSCP HSE HV IAF ICD ICO ICS ICSP ICT ID
    IDVA IFSP IIP ILO IOM IPA IRD IRO ISA ISO ISP IT ITT JSA JSNA KPI LA LAAC LAC LADO LEA LFT LGA LGBT LMC LOIP
    LSCB LSP MAPPA MARAC MASH MASSH MDT MHO MIS MOD MOU MPs MSP NEET NES NHS NICE NRAF NRM NVQ OECD OFSTED OK
    OOH PDF PDP PDR PDSA PE PID PIN PLO PM PMO PPF PPU PQA PRU PSA PSD PSE PTA PTSD PVPU QA QI QIO RAG RAM RSE
    SAR SCIE SCIM SCR SCRA SDS SEN SENCO SHANARRI SIA SIGN SLA SLT SMART SMT SNP SOA SOP SPOC SQA SRE SSMT SSSC
    STEM SVQ SWIA SWOT SWS TAC TBA TBC TOR TV UCAS UK UN UNCRC UNICEF URL USA USB VAT VAWG VLE VPD VRU WHO
    WTE YOI YOT YP YPP
    BT EE EV PV AONB APS BAFO BEIS BMI BREEAM CAA CCG CCS CEFAS CIPFA COBR CQC DCMS DEFRA DIT DLUHC DVLA DVSA EDF EPC
    FBC FCDO FOC FSA GCHQ GLA HES HMCTS HMG HMPPS HMT ICB IMD IOC IPA IPSA ITN LED LEP LFS LGPS LSOA MCA MHCLG MPA MPS
    MSOA NAO NDA NHSE NIHR NPCC NPPF NRS OBC OBR OFGEM OFWAT OHID ONS OPCC ORR PAC PCC PFI PHE PHW PPE PRINCE PSNI
    PSTN QOF RAF RFA RSPB RTPI SEPA SFT SNH SOBC SOC SOLACE SPD SPV SQL SRO SSSI STP SUDS TFL TRO TUPE UKHSA UKRI UTLA
    VAR VFM WAN WRAP WWF
    """
)
# Plain words in capitals are shouted, not shortened.
SHOUTED = word_set(
    """
    ALL AND ANY ARE AT BE BUT BY CAN DO END FOR GO HAS HE IF IN IS IT KEY LOW MAY ME MUST MY NEW NO NOT NOW OF
    OFF OK OLD ON ONE OR OUR OUT PER RED SEE SHE SO SUB THE TO TWO UP US WAS WE WHO WHY YES YET YOU JAN FEB MAR
    APR JUN JUL AUG SEP OCT NOV DEC MON TUE WED THU FRI SAT SUN
    """
)
