/* report.c - what the shopkeeper reads at closing time.
 *
 * The headings are in the words that stand on the shelves (thé, 茶, Gebäck),
 * so a column of this file is not always a byte of it.
 */
#include "report.h"

struct report report_start(FILE *out) {
    struct report report = {.out = out, .width = 48, .rows_printed = 0};
    return report;
}

/* Prints an amount of cents as crowns and cents. */
static void print_money(struct report *report, const char *label, long cents) {
    fprintf(report->out, "%-30s %8ld.%02ld\n", label, cents / 100, cents % 100);
    report->rows_printed++;
}

static void print_rule(struct report *report, char mark) {
    for (int column = 0; column < report->width; column++)
        fputc(mark, report->out);
    fputc('\n', report->out);
}

void report_item(struct report *report, const struct item *item) {
    const char *flag = item_is_low(item) ? "⚠ 注文" : "✓ déjà là";
    fprintf(report->out, "%04u %-24s %4d  %s\n", item->code, item->name,
            item->on_shelf, flag);
    report->rows_printed++;
}

void report_ledger(struct report *report, const struct ledger *ledger) {
    fprintf(report->out, "🍵 Thé et Gebäck — 在庫\n");
    print_rule(report, '=');
    for (size_t i = 0; i < ledger->length; i++)
        report_item(report, &ledger->items[i]);
    print_rule(report, '-');
    print_money(report, "Takings", ledger->takings);
    print_money(report, "Losses", ledger->losses);
    print_money(report, "On the shelves", ledger_value(ledger));
    fprintf(report->out, "%-30s %8ld g\n", "Weight", ledger_weight(ledger));
}

int report_low_items(struct report *report, const struct ledger *ledger) {
    int low = 0;
    for (size_t i = 0; i < ledger->length; i++) {
        const struct item *item = &ledger->items[i];
        if (!item_is_low(item))
            continue;
        if (low == 0)
            fprintf(report->out, "To order:\n");
        fprintf(report->out, "  %s\n", item->name);
        low++;
    }
    return low;
}
