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
import java.util.concurrent.atomic.AtomicLong;

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
   * Sends all that each of them has.
   *
   * @param clients of each its requests, as {@link HttpConnection#post} makes them
   */
  static Done run(URI server, List<? extends Iterator<byte[]>> clients) throws IOException {
    List<HttpConnection> connections = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(clients.size());
    AtomicLong from = new AtomicLong();
    CyclicBarrier start = new CyclicBarrier(clients.size(), () -> from.set(System.nanoTime()));
    try {
      List<Future<List<HttpConnection.Answer>>> under = new ArrayList<>();
      while (connections.size() < clients.size()) {
        connections.add(new HttpConnection(server));
      }
      for (int i = 0; i < clients.size(); i++) {
        HttpConnection connection = connections.get(i);
        Iterator<byte[]> client = clients.get(i);
        under.add(threads.submit(() -> sent(connection, client, start)));
      }
      List<List<HttpConnection.Answer>> answers = new ArrayList<>();
      for (Future<List<HttpConnection.Answer>> one : under) {
        answers.add(one.get());
      }
      return new Done(Duration.ofNanos(System.nanoTime() - from.get()), answers);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (ExecutionException e) {
      throw new IOException(e);
    } finally {
      threads.shutdownNow();
      for (HttpConnection connection : connections) {
        connection.close();
      }
    }
  }

  private static List<HttpConnection.Answer> sent(
      HttpConnection connection, Iterator<byte[]> client, CyclicBarrier start)
      throws IOException, InterruptedException, BrokenBarrierException {
    List<HttpConnection.Answer> answers = new ArrayList<>();
    start.await();
    while (client.hasNext()) {
      answers.add(connection.send(client.next()));
    }
    return answers;
  }
}
