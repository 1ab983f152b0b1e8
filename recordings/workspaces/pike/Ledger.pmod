//! Who has bought what.

//! One line of the ledger.
class Entry {
  string customer;
  string article;
  int amount;

  protected void create(string customer, string article, int amount) {
    this::customer = customer;
    this::article = article;
    this::amount = amount;
  }

  //! As it is printed.
  string line() {
    return sprintf("%-12s %-20s %8.2f", customer, article, amount / 100.0);
  }
}

private array(Entry) entries = ({ });

//! Writes down that somebody has bought something.
Entry book(string customer, string article, int amount) {
  Entry entry = Entry(customer, article, amount);
  entries += ({ entry });
  return entry;
}

//! What somebody has spent, in öre.
int spent_by(string customer) {
  int sum = 0;
  foreach (entries, Entry entry)
    if (entry->customer == customer)
      sum += entry->amount;
  return sum;
}

//! All lines, the newest first.
array(string) lines() {
  return reverse(entries->line());
}
