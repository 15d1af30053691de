package cn.anxun.core.ledger;

class InMemoryLedgerStoreTest extends LedgerStoreContract {
  @Override
  protected LedgerStore open() {
    return new InMemoryLedgerStore();
  }
}
