package cn.anxun.server.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients in a closed loop, each with a connection and a thread of its own: a client sends its next
 * request when it has the whole answer to the one before.
 */
final class Clients {
  private Clients() {}

  /**
   * What they did.
   *
   * @param took from their common start to the last answer
   * @param answers of each client, in the order of its requests
   */
  record Done(Duration took, List<List<HttpConnection.Answer>> answers) {
    double seconds() {
      return took.toNanos() / 1e9;
    }
  }

  /**
   * Sends all requests.
   *
   * @param requests of each client, as {@link HttpConnection#post} makes them
   */
  static Done run(URI server, List<Iterator<byte[]>> requests) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(requests.size());
    CyclicBarrier start = new CyclicBarrier(requests.size() + 1);
    try {
      List<Future<List<HttpConnection.Answer>>> under = new ArrayList<>();
      for (Iterator<byte[]> own : requests) {
        under.add(threads.submit(() -> sent(server, own, start)));
      }
      start.await();
      long from = System.nanoTime();
      List<List<HttpConnection.Answer>> answers = new ArrayList<>();
      for (Future<List<HttpConnection.Answer>> one : under) {
        answers.add(one.get());
      }
      return new Done(Duration.ofNanos(System.nanoTime() - from), answers);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (ExecutionException | BrokenBarrierException e) {
      throw new IOException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<HttpConnection.Answer> sent(
      URI server, Iterator<byte[]> requests, CyclicBarrier start)
      throws IOException, InterruptedException, BrokenBarrierException {
    try (HttpConnection connection = new HttpConnection(server)) {
      List<HttpConnection.Answer> answers = new ArrayList<>();
      start.await();
      while (requests.hasNext()) {
        answers.add(connection.send(requests.next()));
      }
      return answers;
    }
  }
}
