package cn.anxun.core.sync.file;

import cn.anxun.core.sync.RemoteAnswer;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * The bureau's files as a phone reaches them: tus 1.0 (core, creation), each file under its
 * SHA-256. Never throws for what networks and servers do.
 */
public interface RemoteFiles {
  /** The most hashes to ask for at once. */
  int MAX_KNOWN = 500;

  /** Which of these the bureau holds whole. */
  RemoteAnswer<Set<String>> known(List<String> hashes);

  /**
   * Begins to send a file, or goes on: the answer is how many bytes the server has already, and the
   * whole length where there is nothing to be sent.
   */
  RemoteAnswer<Long> begin(QueuedFile file);

  /**
   * Sends bytes of a file that was begun.
   *
   * @param offset of the first one, as the server said
   * @param length how many, from 1
   * @param content of the whole file; what it throws is taken for a lost connection
   * @param sent is told how many bytes have left so far, from any thread
   * @return how many bytes the server has then. The whole length is a receipt: checked and durable
   */
  RemoteAnswer<Long> send(
      QueuedFile file, long offset, long length, FileContents content, LongConsumer sent);
}
