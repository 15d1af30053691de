package cn.anxun.server.storage;

/** A turn that one has at a time, at whichever server; over when it is closed. */
public interface Turn extends AutoCloseable {
  @Override
  void close();
}
