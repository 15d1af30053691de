package cn.anxun.app.account;

/** What is done for the last time before an account leaves the phone, while its token is there. */
public interface Leaving {
  /** Waits for the network as long as one request takes, and fails for no reason. */
  void leave(Enrolled enrolled);
}
