/* ledger.c - see ledger.h for what a ledger promises. */
#include "ledger.h"

#include <string.h>

void ledger_open(struct ledger *ledger) {
    memset(ledger, 0, sizeof *ledger);
}

struct item *ledger_add(struct ledger *ledger, unsigned code, const char *name,
                        long unit_price, long unit_weight) {
    if (ledger->length == LEDGER_CAPACITY)
        return NULL;

    struct item *item = &ledger->items[ledger->length++];
    strncpy(item->name, name, NAME_CAPACITY - 1);
    item->code = code;
    item->unit_price = unit_price;
    item->unit_weight = unit_weight;
    item->reorder_level = 5;
    return item;
}

struct item *ledger_find(struct ledger *ledger, unsigned code) {
    for (size_t i = 0; i < ledger->length; i++) {
        if (ledger->items[i].code == code)
            return &ledger->items[i];
    }
    return NULL;
}

/* Takes goods off the shelf, or says that there are too few. */
static int take(struct item *item, int count) {
    if (count > item->on_shelf)
        return 0;
    item->on_shelf -= count;
    return 1;
}

int ledger_move(struct ledger *ledger, struct item *item,
                enum movement_kind kind, int count) {
    if (count < 0)
        return 0;

    switch (kind) {
    case MOVEMENT_DELIVERY:
        item->on_shelf += count;
        return 1;
    case MOVEMENT_SALE:
        if (!take(item, count))
            return 0;
        item->sold_today += count;
        ledger->takings += count * item->unit_price;
        return 1;
    case MOVEMENT_BREAKAGE:
        if (!take(item, count))
            return 0;
        ledger->losses += count * item->unit_price;
        return 1;
    }
    return 0;
}

long ledger_value(const struct ledger *ledger) {
    long value = 0;
    for (size_t i = 0; i < ledger->length; i++) {
        const struct item *item = &ledger->items[i];
        value += item->on_shelf * item->unit_price;
    }
    return value;
}

long ledger_weight(const struct ledger *ledger) {
    long weight = 0;
    for (size_t i = 0; i < ledger->length; i++) {
        const struct item *item = &ledger->items[i];
        weight += item->on_shelf * item->unit_weight;
    }
    return weight;
}

int item_is_low(const struct item *item) {
    return item->on_shelf <= item->reorder_level;
}
