/* main.c - one day in the shop, from the delivery to the evening's report. */
#include "ledger.h"
#include "report.h"

#include <stdlib.h>

/* A line of the price list. */
struct listing {
    unsigned code;
    const char *name;
    long unit_price;
    long unit_weight;
    int delivered;
};

static const struct listing price_list[] = {
    {101, "Sencha", 1250, 100, 24},
    {102, "Oolong", 1680, 100, 12},
    {103, "Lapsang Souchong", 1490, 125, 8},
    {201, "Shortbread", 420, 180, 40},
    {202, "Ginger biscuits", 380, 200, 30},
    {301, "Iron teapot", 5900, 1400, 3},
};

/* Puts the whole price list on the shelves. */
static void stock_shelves(struct ledger *ledger) {
    size_t count = sizeof price_list / sizeof price_list[0];
    for (size_t i = 0; i < count; i++) {
        const struct listing *line = &price_list[i];
        struct item *item = ledger_add(ledger, line->code, line->name,
                                       line->unit_price, line->unit_weight);
        if (item == NULL) {
            fprintf(stderr, "the ledger is full at %s\n", line->name);
            exit(EXIT_FAILURE);
        }
        ledger_move(ledger, item, MOVEMENT_DELIVERY, line->delivered);
    }
}

/* Sells `count` of an item, or tells the customer why not. */
static void sell(struct ledger *ledger, unsigned code, int count) {
    struct item *item = ledger_find(ledger, code);
    if (item == NULL) {
        printf("We do not keep number %u.\n", code);
        return;
    }
    if (!ledger_move(ledger, item, MOVEMENT_SALE, count))
        printf("Only %d of %s are left.\n", item->on_shelf, item->name);
}

int main(void) {
    struct ledger ledger;
    ledger_open(&ledger);
    stock_shelves(&ledger);

    sell(&ledger, 101, 20);
    sell(&ledger, 201, 6);
    sell(&ledger, 301, 5);
    sell(&ledger, 404, 1);

    struct item *teapot = ledger_find(&ledger, 301);
    if (teapot != NULL)
        ledger_move(&ledger, teapot, MOVEMENT_BREAKAGE, 1);

    struct report report = report_start(stdout);
    report_ledger(&report, &ledger);
    int low = report_low_items(&report, &ledger);
    return low > LEDGER_CAPACITY ? EXIT_FAILURE : EXIT_SUCCESS;
}
