"""C programs to be typed: functions over a few structures, different for every seed."""

WORDS = ["parcel", "route", "depot", "driver", "ledger", "invoice", "window", "basket", "ticket", "signal",
         "column", "berth"]
VERBS = ["count", "visit", "merge", "print", "check", "update", "find", "weigh"]
FIELDS = ["weight", "priority", "distance", "quantity", "deadline", "stops"]

PRELUDE = "#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n\n"

STRUCTURE = """\
struct {name} {{
    int {a};
    int {b};
    char label[32];
    struct {name} *next;
    size_t length;
}};

"""

FUNCTION = """\
static int {verb}_{name}_{number}(struct {name} *{name}, int limit) {{
    if ({name} == NULL || limit <= 0)
        return 0;
    int total = {name}->{a};
    for (struct {name} *each = {name}; each != NULL; each = each->next) {{
        total += each->{b} * limit;
        if (strlen(each->label) > {name}->length)
            printf("%s: %d\\n", each->label, total);
    }}
    return total + {verb}_{name}_{number}({name}->next, limit - {step});
}}

"""


def structures(generator):
    """(text, names and fields) of what stands in the file before anybody types."""
    made = [(name, *generator.sample(FIELDS, 2)) for name in generator.sample(WORDS, 6)]
    return PRELUDE + "".join(STRUCTURE.format(name=name, a=a, b=b) for name, a, b in made), made


def function(generator, made, number):
    name, a, b = generator.choice(made)
    return FUNCTION.format(name=name, a=a, b=b, verb=generator.choice(VERBS), number=number, step=generator.randint(1, 9))
