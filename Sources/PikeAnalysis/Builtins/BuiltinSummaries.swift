/// What the most used predefined functions do, in our own words.
enum BuiltinSummaries {
  static let lines: [String: String] = values.merging(containers) { first, _ in first }
    .merging(strings) { first, _ in first }.merging(system) { first, _ in first }

  private static let values = [
    "abs": "The value without its sign.",
    "arrayp": "Whether the value is an array.",
    "callablep": "Whether the value can be called.",
    "copy_value": "A deep copy: nested arrays, mappings and multisets are copied too.",
    "equal": "Whether two values have the same structure and contents.",
    "floatp": "Whether the value is a float.",
    "functionp": "Whether the value is a function.",
    "intp": "Whether the value is an integer.",
    "mappingp": "Whether the value is a mapping.",
    "max": "The largest of the arguments.",
    "min": "The smallest of the arguments.",
    "multisetp": "Whether the value is a multiset.",
    "object_program": "The program that the object was made from.",
    "objectp": "Whether the value is an object.",
    "pow": "The first argument raised to the power of the second.",
    "programp": "Whether the value is a program.",
    "round": "The nearest whole number, as a float.",
    "sqrt": "The square root; of an integer, its whole part.",
    "stringp": "Whether the value is a string.",
    "this_object": "The object whose code is running.",
    "undefinedp": "Whether the value is the zero that stands for something missing.",
    "zero_type": "Tells a plain zero from one that stands for something missing.",
  ]

  private static let containers = [
    "aggregate": "An array of the arguments.",
    "allocate": "An array of a given size, filled with one value.",
    "filter": "The elements that pass a test.",
    "has_index": "Whether the index exists in the container.",
    "has_value": "Whether the container holds the value, or the string the substring.",
    "indices": "All indices of a container, as an array.",
    "m_delete": "Removes an entry from a mapping and returns its value.",
    "map": "The results of applying a function to each element.",
    "mkmapping": "A mapping from an array of indices and one of values.",
    "random": "A random number below the limit, or a random element.",
    "replace": "A copy in which some parts or values are exchanged for others.",
    "reverse": "The elements, characters or bits in reverse order.",
    "rows": "The results of indexing a container with each of several indices.",
    "search": "The place of the first match, -1 or undefined when there is none.",
    "sizeof": "The number of elements, characters or entries.",
    "sort": "Sorts an array in place, and further arrays along with it.",
    "values": "All values of a container, as an array.",
  ]

  private static let strings = [
    "combine_path": "Joins parts of a path and removes its detours.",
    "has_prefix": "Whether the string begins with the other.",
    "has_suffix": "Whether the string ends with the other.",
    "lower_case": "The string in lower case.",
    "sprintf": "A string made from a format and values.",
    "string_to_utf8": "The string's characters encoded as UTF-8.",
    "upper_case": "The string in upper case.",
    "utf8_to_string": "The characters that the UTF-8 bytes encode.",
    "werror": "Writes a formatted text to standard error.",
    "write": "Writes a formatted text to standard output.",
  ]

  private static let system = [
    "all_constants": "The predefined names and what they stand for.",
    "backtrace": "The frames of the calls that are under way.",
    "call_out": "Calls a function once a delay has passed, from the backend.",
    "compile_string": "Compiles a text to a program.",
    "describe_backtrace": "A backtrace or an error as readable text.",
    "describe_error": "The message of what was thrown.",
    "destruct": "Destroys an object, whoever still refers to it.",
    "error": "Throws an error with a formatted message.",
    "exit": "Ends the process with an exit code.",
    "gc": "Collects unreachable values now.",
    "getcwd": "The working directory.",
    "getenv": "The value of an environment variable, or all of them.",
    "master": "The master object, which loads programs and resolves modules.",
    "remove_call_out": "Takes back a call that was scheduled.",
    "rm": "Removes a file or an empty directory.",
    "sleep": "Waits for a number of seconds.",
    "throw": "Throws a value, for the nearest catch.",
    "time": "The time in seconds since 1970.",
  ]
}
