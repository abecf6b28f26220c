"""The names and order of GTD's 135 columns."""


def _target(number: int) -> tuple[str, ...]:
    n = str(number)
    return (
        f"targtype{n}", f"targtype{n}_txt", f"targsubtype{n}", f"targsubtype{n}_txt", f"corp{n}",
        f"target{n}", f"natlty{n}", f"natlty{n}_txt",
    )  # fmt: skip


def _weapon(number: int) -> tuple[str, ...]:
    n = str(number)
    return (f"weaptype{n}", f"weaptype{n}_txt", f"weapsubtype{n}", f"weapsubtype{n}_txt")


COLUMNS = (
    "eventid", "iyear", "imonth", "iday", "approxdate", "extended", "resolution", "country", "country_txt",
    "region", "region_txt", "provstate", "city", "latitude", "longitude", "specificity", "vicinity",
    "location", "summary", "crit1", "crit2", "crit3", "doubtterr", "alternative", "alternative_txt",
    "multiple", "success",
    "suicide", "attacktype1", "attacktype1_txt", "attacktype2", "attacktype2_txt", "attacktype3",
    "attacktype3_txt", *_target(1), *_target(2), *_target(3), "gname", "gsubname", "gname2", "gsubname2",
    "gname3", "gsubname3", "motive", "guncertain1", "guncertain2", "guncertain3", "individual", "nperps",
    "nperpcap", "claimed", "claimmode", "claimmode_txt", "claim2", "claimmode2", "claimmode2_txt", "claim3",
    "claimmode3", "claimmode3_txt", "compclaim", *_weapon(1), *_weapon(2), *_weapon(3), *_weapon(4),
    "weapdetail", "nkill", "nkillus", "nkillter", "nwound", "nwoundus", "nwoundte", "property", "propextent",
    "propextent_txt", "propvalue", "propcomment", "ishostkid", "nhostkid", "nhostkidus", "nhours", "ndays",
    "divert", "kidhijcountry", "ransom", "ransomamt", "ransomamtus", "ransompaid", "ransompaidus",
    "ransomnote",
    "hostkidoutcome", "hostkidoutcome_txt", "nreleased", "addnotes", "scite1", "scite2", "scite3", "dbsource",
    "INT_LOG", "INT_IDEO", "INT_MISC", "INT_ANY", "related",
)  # fmt: skip
