package cn.anxun.app.data.local;

/** What of one's own entries is in a sealed bundle. Waits for the disk. */
public interface BundledEntries {

  /** How many pending entries are in no bundle, as they are now. */
  int countLoose();

  /** No bundle that was made so far says anything any more. */
  void forgetAll();
}
