package cn.anxun.server.simulation;

import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.RemoteLedger;
import cn.anxun.server.phone.Network;
import cn.anxun.server.storage.TransactionWatch;

/**
 * How the phones and the server of one simulation are put together. The product's own way is {@link
 * #honest}; others put something between two parts, so that it is seen whether the simulation finds
 * out. Each method is asked anew in each life of a process; one simulation has one wiring, which
 * may keep in mind what it needs.
 */
public interface Wiring {
  /** The product as it is. */
  static Wiring honest() {
    return new Wiring() {};
  }

  /** The product as it is, on PostgreSQL. */
  static Wiring onPostgres() {
    return new Wiring() {
      @Override
      public boolean isOnPostgres() {
        return true;
      }
    };
  }

  /** Whether the server keeps its tables in PostgreSQL rather than in files. */
  default boolean isOnPostgres() {
    return false;
  }

  /** What a phone keeps its entries in. */
  default PhoneStore store(int phone, PhoneStore store) {
    return store;
  }

  /** The server's ledger as a phone reaches it. */
  default RemoteLedger remote(int phone, RemoteLedger remote) {
    return remote;
  }

  /** A phone's transactions. */
  default TransactionWatch phoneDisk(int phone, TransactionWatch disk) {
    return disk;
  }

  /** The server as all networks reach it: what arrives is answered here. */
  default Network server(Network server) {
    return server;
  }

  /** The server's transactions. */
  default TransactionWatch serverDisk(TransactionWatch disk) {
    return disk;
  }
}
