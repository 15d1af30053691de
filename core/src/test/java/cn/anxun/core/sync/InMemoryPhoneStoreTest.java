package cn.anxun.core.sync;

class InMemoryPhoneStoreTest extends PhoneStoreContract {
  @Override
  protected PhoneStore open() {
    return new InMemoryPhoneStore();
  }

  @Override
  protected PhoneStore reopen(PhoneStore store) {
    return store;
  }
}
