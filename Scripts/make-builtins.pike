// Prints the table of what is compiled into pike: `make-builtins.pike globals` or `make-builtins.pike modules`.
//
// One member a line, `name kind type`; kinds are f(unction), c(lass), m(odule), k(onstant), v(ariable) and t(ype), and in
// upper case what indexing does not see but an inherit does, with `!` what is deprecated. `# path` opens a section, `= path other` names one that is
// the same as another. Names, kinds and types are asked of the running pike; nothing is read from its sources.

// Pike's own spelling of a type, made plain: bound type variables become their bounds, guards and attributes go, and
// objects are named by the path of their class in the table.
class PlainType(protected string text, protected mapping(string:string) pathsOfPrograms) {
  protected int at;
  protected mapping(string:string) bounds = ([]);

  string result() {
    string plain = alternatives();
    return at == sizeof(text) ? plain : "mixed";
  }

  // Whether a use is warned about whatever the arguments are: of alternatives, only some may be deprecated.
  int(0..1) isDeprecated() {
    if (!has_prefix(text, "__deprecated__(")) return 0;
    at = sizeof("__deprecated__");
    balanced();
    return at == sizeof(text);
  }

  protected void skipSpace() { while (at < sizeof(text) && (text[at] == ' ' || text[at] == '\n')) at++; }

  protected int(0..1) take(string token) {
    skipSpace();
    if (text[at .. at + sizeof(token) - 1] != token) return 0;
    at += sizeof(token);
    return 1;
  }

  protected string alternatives() {
    array(string) all = ({});
    do {
      string one = conjunction();
      if (one != "" && !has_value(all, one)) all += ({ one });
    } while (take("|"));
    return sizeof(all) ? all * " | " : "mixed";
  }

  // `!function(…) & function(…)` is a function with a guard; `mixed & T` is a mixed that is asked about.
  protected string conjunction() {
    array(string) all = ({});
    do {
      string one = negation();
      if (one != "" && !has_value(all, one)) all += ({ one });
    } while (take("&"));
    all -= ({ "zero" }) & (sizeof(all) > 1 ? ({ "zero" }) : ({}));
    if (!sizeof(all)) return "";
    return sizeof(all) == 1 ? all[0] : all[-1];
  }

  protected string negation() {
    if (!take("!")) return primary();
    primary();
    return "";
  }

  protected string primary() {
    skipSpace();
    if (take("(")) return parenthesised();
    if (take("{")) {
      word();
      take("=");
      string plain = alternatives();
      take("}");
      return plain;
    }
    string name = word();
    if (bounds[name]) return bounds[name];
    if (sscanf(name, "%d%s", int _, string rest) == 2 && rest == "") return "mixed";
    if (text[at .. at] != "(") return name;
    switch (name) {
      case "function": at++; return functionType();
      case "__deprecated__": at++; return parenthesised();
      case "scope":
      case "__attribute__": at++; return wrapped();
      case "object": return objectType(balanced());
      case "array":
      case "multiset":
      case "type":
      case "mapping": at++; return container(name);
      default: return name + balanced();
    }
  }

  // `(0=T)` binds a type variable, `(T | U)` is a group.
  protected string parenthesised() {
    string name;
    if (sscanf(text[at ..], "%[0-9]=", name) && name != "" && text[at + sizeof(name) .. at + sizeof(name)] == "=")
      at += sizeof(name) + 1;
    else
      name = 0;
    string plain = alternatives();
    take(")");
    if (name) bounds[name] = plain;
    return plain;
  }

  protected string wrapped() {
    balancedUntil(",");
    string plain = alternatives();
    take(")");
    return plain;
  }

  protected string container(string name) {
    array(string) parts = ({ alternatives() });
    while (take(":")) parts += ({ alternatives() });
    take(")");
    return name + "(" + parts * ":" + ")";
  }

  protected string functionType() {
    array(string) parameters = ({});
    while (!take(":")) {
      string one = alternatives();
      if (take("...")) one += " ...";
      // `function(void : T)` takes nothing.
      if (one != "void") parameters += ({ one });
      if (!take(",") && text[at .. at] != ":" && text[at .. at + 1] != " :") break;
    }
    string returned = alternatives();
    take(")");
    return "function(" + parameters * ", " + (sizeof(parameters) ? " : " : ": ") + returned + ")";
  }

  protected string objectType(string arguments) {
    string name = arguments[1 .. sizeof(arguments) - 2];
    foreach (({ "is ", "implements " }), string how)
      if (has_prefix(name, how)) return pathsOfPrograms[name[sizeof(how) ..]] || "object";
    return "object";
  }

  protected string word() {
    skipSpace();
    int start = at;
    while (at < sizeof(text) && !has_value("()|&!,:={} \n", text[at .. at])) at++;
    return text[start .. at - 1];
  }

  protected string balanced() {
    int start = at, depth;
    do {
      if (text[at] == '(') depth++;
      if (text[at] == ')') depth--;
      at++;
    } while (depth && at < sizeof(text));
    return text[start .. at - 1];
  }

  protected void balancedUntil(string mark) { while (at < sizeof(text) && !take(mark)) at++; }
}

constant PROTECTED = 1;
constant PRIVATE = 2;

mapping(program:string) paths = ([]);
mapping(string:program) sections = ([]);
mapping(string:string) aliases = ([]);
mapping(string:object) modules = ([]);
mapping(string:string) pathsOfPrograms = ([]);

string row(string name, string kind, mixed type) {
  if (stringp(type)) return sprintf("%s %s %s\n", name, kind, type);
  object reader = PlainType(sprintf("%O", type), pathsOfPrograms);
  string plain = reader->result();
  return sprintf("%s %s%s %s\n", name, kind, reader->isDeprecated() ? "!" : "", plain);
}

array(array) identifiers(program p) {
  mapping(string:array) byName = ([]);
  // Of a name that is inherited and defined again, the last reference is the one that is used.
  foreach (_describe_program(p), array entry) if (!(entry[0] & PRIVATE)) byName[entry[1]] = entry;
  return map(sort(indices(byName)), byName);
}

// What a constant of a program or of a module is; zero when it cannot be asked for.
mixed valueOf(string path, program p, string name) {
  mixed value;
  catch {
    value = modules[path] ? modules[path][name] : p[name];
    if (undefinedp(value)) value = p[name];
  };
  return value;
}

// Those that Pike code defines have a source, and the analysis reads that.
int(0..1) isCompiledIn(program p) {
  string where = Program.defined(p);
  return !where || !(has_value(where, ".pike") || has_value(where, ".pmod"));
}

void collect(string path, program p) {
  if (paths[p]) {
    if (paths[p] != path) aliases[path] = paths[p];
    return;
  }
  paths[p] = path;
  sections[path] = p;
  array(array) pending = ({});
  foreach (identifiers(p), array entry) {
    if ((entry[3] & 3) != 1) continue;
    mixed value = valueOf(path, p, entry[1]);
    if (programp(value) && isCompiledIn(value)) pending += ({ ({ entry[1], value }) });
  }
  // A program under its own name first, so that its other names become aliases of that.
  foreach (pending, [string name, program value])
    if (has_suffix(sprintf("%O", value), name)) collect(path + "." + name, value);
  foreach (pending, [string name, program value])
    if (!has_suffix(sprintf("%O", value), name)) collect(path + "." + name, value);
}

// The objects among a module's constants that are no instance of a known class: they are modules in modules.
void collectNested(string path) {
  foreach (identifiers(sections[path]), array entry) {
    mixed value = (entry[3] & 3) == 1 && valueOf(path, sections[path], entry[1]);
    if (!objectp(value) || paths[object_program(value)] || !isCompiledIn(object_program(value))) continue;
    string nested = path + "." + entry[1];
    modules[nested] = value;
    collect(nested, object_program(value));
    collectNested(nested);
  }
}

// The dotted paths of the shared objects below a directory of modules.
array(string) sharedObjects(string directory, string prefix) {
  array(string) found = ({});
  foreach (sort(get_dir(directory) || ({})), string name) {
    if (has_suffix(name, ".so")) found += ({ prefix + name[.. sizeof(name) - 4] });
    if (has_suffix(name, ".pmod") && Stdio.is_dir(directory + "/" + name))
      found += sharedObjects(directory + "/" + name, prefix + name[.. sizeof(name) - 6] + ".");
  }
  return found;
}

void collectAll() {
  array(string) roots = sort(indices(_static_modules));
  // The directory that stands last on the path is the one that pike was installed with.
  string library = master()->pike_module_path[-1];
  foreach (roots + sharedObjects(library, ""), string path) {
    mixed value;
    catch { value = master()->resolv(path); };
    if (objectp(value) && isCompiledIn(object_program(value))) {
      modules[path] = value;
      collect(path, object_program(value));
    }
  }
  foreach (sort(indices(modules)), string path) collectNested(path);
  modules->_static_modules = _static_modules;
  collect("_static_modules", object_program(_static_modules));
  foreach (sort(indices(all_constants())), string name) {
    mixed value = all_constants()[name];
    if (programp(value) && isCompiledIn(value)) collect(name, value);
  }
  foreach (sort(values(paths)), string path) pathsOfPrograms[sprintf("%O", sections[path])] = path;
}

string kindOf(mixed value) {
  if (programp(value)) return "c";
  if (functionp(value)) return "f";
  if (basetype(value) == "type") return "t";
  if (objectp(value) && modules[paths[object_program(value)] || ""] == value) return "m";
  return "k";
}

string line(string path, array entry) {
  mixed value;
  string kind = "f";
  if ((entry[3] & 3) == 0) kind = "v";
  if ((entry[3] & 3) == 1) kind = kindOf(value = valueOf(path, sections[path], entry[1]));
  if (entry[0] & PROTECTED) kind = upper_case(kind);
  return row(entry[1], kind, lower_case(kind) == "m" ? paths[object_program(value)] : entry[2]);
}

void printModules() {
  foreach (sort(indices(sections)), string path) {
    write("# %s\n", path);
    foreach (identifiers(sections[path]), array entry) write(line(path, entry));
  }
  foreach (sort(indices(aliases)), string path) write("= %s %s\n", path, aliases[path]);
}

void printGlobals() {
  foreach (sort(indices(all_constants())), string name) {
    mixed value = all_constants()[name];
    string kind = kindOf(value);
    mixed type = kind == "t" ? value : _typeof(value);
    if (kind == "k" && !objectp(value)) type = basetype(value);
    if (kind == "m") type = paths[object_program(value)];
    write(row(name, kind, type));
  }
}

int main(int count, array(string) arguments) {
  // Before anything is resolved: what the script itself needs adds nothing to the predefined names.
  collectAll();
  switch (arguments[1]) {
    case "globals": printGlobals(); return 0;
    case "modules": printModules(); return 0;
    default: werror("make-builtins.pike: globals or modules\n"); return 2;
  }
}
