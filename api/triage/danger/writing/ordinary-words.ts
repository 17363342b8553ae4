/**
 * Usual English words that are one slip away from a word of danger (`leading`, `sweet`, `hanger`): they are what they say. Taken from a list of the usual
 * English words (SCOWL, sizes up to 55).
 */
export const ordinaryWords: string[] = `
accidents ambiance ambulances apartments assaulter assaults attach attached attaching attacker attacks attaining basemen basements bathing bathrooms
bating beading beaming beaning bearing beater beatings bedrooms befriend belting berating besting betting blade blame blare blazed blazer blazes
bleating bleeping blending blond bloods bloody bloom boating bother boyfriends breach breaching breading breadth breaking breasting breathed breather
breathes breathier breaths breathy breeding bride bridged bridges bridle brood brothel brothers brunt buildings bunt burglars burglary buries burn
burner burns burped burping burred burring burst burying busied cabled cables carbons carboy carton cash cashed cashing ceilings chili chill chocked
chocking choke choker chokes chowed chowing clash clashed clashing coding coiling coked coking collapses collared collaring collated collating
collation collisions collusion combing comings concision coning contraction contradictions contraptions conversing convulsion convulsive cooing cooked
cooking coping coring cowing coxing crashes crass crumbing crumblier crumpling crush crushed crushing cyclists cylinders daughters disappear
disappears diver domestics downed downing drier drive drivel driven drivers drives droned droning drover drownings drowsed drowsing electrically
electrician electrics electrocute electrocutes elevators emergence emergent escalate escalated escalates escalators expanding expansion expansions
expending explodes exploiting explore explored exploring explosive explosives expulsion expulsions failing fails fainter fall fallowing farther
fathers fatter feather feinted feinting felling fells fibre fiend filling fills fired fires flakes flambes flame flamed flares flooder floored flowing
flumes followings frames fried friends frighting fulling fulls fume fumed fuses girlfriends goings gong goring grandfathered grandfathers grandmas
grandmothers grandpa halfway hallways handed handing hanger hangings hart hear heard hears hearth hearts hearty heat helps hinged hinging hostages
husbands injure injures insider insides insured intrude intruded intruders intrudes inured jumper kidnapper kidnappers kidnappings kidnaps killer
killings kilned kilning kilted kitchens knaves knifed knifes labor labours lacked landslid landslides landslip landslips leaded leading leads leafed
leafing leafs leaky leaned leaning leans leaped leaping leaps leas leased leasing leaved leaving leeks licked locker locket looked lucked massing
messing misting misusing monoxides mothers motorbiked motorbikes motorcycled motorcycles murderer murders mussing neighbors neighboured neighbourly
neighbours overdoes overdone overdoses overturn overturns overused parsed passel passer passes pasted paused pedestrians peopled peoples pipelines
pissed pleas pleased pleases poising poisoner poisonings poisons prison rabble raced racing raged raging raked raking rape rapes rapid rapine rapped
rapping rared raring rasped rasping rated rating raved raver raving razed razing reaped reaping rescued rescuer rescues ribbed ribbing rider rifer
riper riser riven rivers rivet robber robbers robed robing roped roping rover rubbed rubbery rubbing ruble rumble scabbed scabbing scaffolds scooting
seeping seizures sell selling sells shacked sharking sharks shell shelling shells shimming shocker shooing shoot shootings short shorting shots shout
shouting shuck shucked sifter sisters sitter skimming slabbed slabbing sleeking sleeting slept slimming small smalls smelly smelt smelting smelts
smocked smocking smoked smoker smokes smokey smoko smoky smote socked someones spangling spanking spanks spares sparing spark sparkling sparky
sparring spars spell spelling spells spoke stabbings stabled stabling stack stacked stacking stairwells staked staking staled staler staling stalkers
stalkings stalled stalling starker steeping stick stock stocked stoke stoking straddling straggling stranding strange strangers strangler strike
stringer strobe strode stroked strokes stronger strove struck struggling stubbed stubbing stunk suck suicides swabbed swabbing swallow swallows sweat
sweeping sweet swell swelling swells tables tablet tapped threaten threateningly threatens toying track tramped transform transformed transformers
transforms trapper trick tripped truce trucks truing trunk tuck tying unconsciously underwriter vehicles vesicle wader wafer wager waiter wanderer
waster waters watery waver weapons wondered
`
  .trim()
  .split(/\s+/)
