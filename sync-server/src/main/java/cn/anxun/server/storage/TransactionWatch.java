package cn.anxun.server.storage;

import org.jdbi.v3.core.Handle;

/**
 * Is told of each transaction that writes. What it throws before the end undoes the transaction, as
 * a failing disk does; the simulation fills disks and kills processes here.
 */
public interface TransactionWatch {
  /** Lets everything pass. */
  TransactionWatch NONE = new TransactionWatch() {};

  /** One has begun, and nothing is written yet. */
  default void begun(Database database, Handle handle) {}

  /** One is about to be committed. */
  default void committing(Database database, Handle handle) {}

  /** One is on the disk, and nobody has been told. */
  default void committed(Database database, Handle handle) {}
}
