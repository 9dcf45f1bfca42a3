import re,subprocess,pathlib
W=pathlib.Path("Sources/Web")
files={"Wording":"Wording.swift","SeatWording":"Candidate/SeatWording.swift","HelpCallWording":"Candidate/HelpCallWording.swift","IdleWording":"Idle/IdleWording.swift","KeyboardWording":"Typing/KeyboardWording.swift","ScreenWording":"Simulated/ScreenWording.swift"}
src={p:p.read_text() for p in W.rglob("*.swift") if "Catalogue" not in p.name}
def page(owner,key):
    pages=set()
    for p,t in src.items():
        if p.name in (owner+".swift",) : continue
        if re.search(r"\b%s\.%s\b"%(owner,key),t):
            n=p.stem
            n=re.sub(r"(Screen|Page|Markup|Form|Facts|Paper)$","",n)
            n=re.sub(r"(?<!^)([A-Z])",lambda m:"-"+m[1].lower(),n).lower()
            n={"layout":"every page","formatting":"item","components":"every form","problem":"problem"}.get(n,n)
            pages.add(n)
    return ", ".join(sorted(pages)) or "-"
samples={"Int":["3","20"],"String":None}
def arg(name,typ,i):
    if typ=="Int": return ["3","20","5"][i]
    return '"…"'
groups={}
for owner,f in files.items():
    t=(W/f).read_text()
    if owner=="HelpCallWording": t=t[t.index("enum HelpCallWording"):]
    lines=[]
    for m in re.finditer(r"static (let|func) (\w+)(?:\(([^)]*)\))?([^\n]*)",t):
        kind,key,params,rest=m.groups()
        if kind=="let":
            isList="[" in rest.split("=")[-1][:3] or rest.strip().endswith("[")
            if isList:
                lines.append((key,f"{owner}.{key}.joined(separator: \" | \")"))
            else: lines.append((key,f"{owner}.{key}"))
        else:
            args=[]
            for i,p in enumerate([x for x in params.split(",") if x.strip()]):
                label,typ=[x.strip() for x in p.split(":")]
                lab=label.split()[0]
                a=arg(label,typ,i)
                args.append(a if lab=="_" else f"{lab}: {a}")
            e=f"{owner}.{key}({', '.join(args)})"
            if "[String]" in rest: e+='.joined(separator: " | ")'
            lines.append((key,e))
    groups[owner]=[(k,e,page(owner,k)) for k,e in lines]
def emit(name,owners,doc):
    out=["// Held complete by a test: every sentence of the files named here stands in it once.","","extension WordingCatalogue {"]
    for o in owners:
        low=o[0].lower()+o[1:]
        out.append(f"  static let {low}: [WordingEntry] = [")
        for k,e,p in groups[o]:
            line=f'    WordingEntry("{o}.{k}", {e}, on: "{p}"),'
            if len(line)>120:
                out+= [ "    WordingEntry(", f'      "{o}.{k}", {e},', f'      on: "{p}"),'] 
            else: out.append(line)
        out.append("  ]"); out.append("")
    out[-1]="}"
    pathlib.Path(W/"Catalogue"/name).write_text("\n".join(out)+"\n")
(W/"Catalogue").mkdir(exist_ok=True)
g=groups["Wording"]
cut=len(g)//2
groups["Wording"],groups["WordingB"]=g[:cut],g[cut:]
def fix(): pass
emit("WordingCatalogue+Kiosk.swift",["SeatWording","HelpCallWording","IdleWording","KeyboardWording","ScreenWording"],"")
# Wording in two files, names by hand
def emit2(name,var,rows):
    out=["// Held complete by a test: see ``WordingCatalogue``.","","extension WordingCatalogue {",f"  static let {var}: [WordingEntry] = ["]
    for k,e,p in rows:
        line=f'    WordingEntry("Wording.{k}", {e}, on: "{p}"),'
        if len(line)>120: out+=["    WordingEntry(",f'      "Wording.{k}", {e},',f'      on: "{p}"),']
        else: out.append(line)
    out+=["  ]","}"]
    pathlib.Path(W/"Catalogue"/name).write_text("\n".join(out)+"\n")
emit2("WordingCatalogue+Test.swift","wayOfTest",g[:cut]); emit2("WordingCatalogue+Slip.swift","slipsAndChecks",g[cut:])
print(len(g),g[cut-1],g[cut])
