extension QueryContext {
  enum Happening { case executed, validated, reused, backdated }

  func note(_ happening: Happening, _ table: MemoTable, _ slot: Slot) {
    let index = table.number
    switch happening {
    case .executed: counts[index].executed += 1
    case .validated: counts[index].validated += 1
    case .reused: counts[index].reused += 1
    case .backdated: counts[index].backdated += 1
    }
    if database.observer != nil { report(happening, table.name, table.describeKey(slot)) }
  }

  private func report(_ happening: Happening, _ query: String, _ key: String) {
    switch happening {
    case .executed: report(.executed(query: query, key: key))
    case .validated: report(.validated(query: query, key: key))
    case .reused: report(.reused(query: query, key: key))
    case .backdated: report(.backdated(query: query, key: key))
    }
  }

  func report(_ event: QueryEvent) { database.observer?(event) }
}
