/* report.h - what the shopkeeper reads at closing time. */
#ifndef REPORT_H
#define REPORT_H

#include "ledger.h"

#include <stdio.h>

/* Where a report goes and how wide it is. */
struct report {
    FILE *out;
    int width;
    int rows_printed;
};

/* Starts a report on `out`. */
struct report report_start(FILE *out);

/* Prints one line for an item. */
void report_item(struct report *report, const struct item *item);

/* Prints every item of the ledger, then the sums below a rule. */
void report_ledger(struct report *report, const struct ledger *ledger);

/* Prints the items to order again, and returns how many there are. */
int report_low_items(struct report *report, const struct ledger *ledger);

#endif
