package cn.anxun.server.storage;

import cn.anxun.core.entry.Entry;
import java.util.List;

/**
 * Is told what a bureau's ledger accepted, by whatever way it came: a phone's push, the desk, the
 * inbox, a bundle. It is called after the commit, on the thread that pushed and before it is
 * answered; entries that were there before are told again.
 */
@FunctionalInterface
public interface AcceptListener {
  /** Nobody. */
  AcceptListener NONE = (bureau, pusher, entries) -> {};

  void accepted(String bureau, Pusher pusher, List<Entry> entries);
}
