package cn.anxun.server.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the connections of clients that hardly send or take anything. Each of their requests holds a
 * thread, and each connection a place, that the others need; Jetty's idle timeout begins anew with
 * every byte, so one byte now and then would hold them for ever. A request that is being worked at
 * is never ended, however long it takes.
 */
final class SlowClients extends Handler.Wrapper implements Connection.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(SlowClients.class);

  /**
   * How long is waited for clients.
   *
   * @param connections the most at once; past it the one goes that is without a request the longest
   * @param waiting the most requests that wait for their clients; past it the slowest goes
   * @param grace how long a request may wait whatever others do
   * @param silent how long a connection may be without a whole request's head
   * @param window in which a request that waits must send or take the least bytes
   * @param least so many bytes
   */
  record Patience(
      int connections, int waiting, Duration grace, Duration silent, Duration window, long least) {
    /** The server has 250 threads. A part of a file is told after 60 seconds that it is slow. */
    static final Patience STANDARD =
        new Patience(
            2_000,
            120,
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofSeconds(90),
            6_000);
  }

  private final Patience patience;
  private final Duration eachLook;
  private final Map<Connection, Client> clients = new ConcurrentHashMap<>();
  private volatile Scheduler.@Nullable Task next;

  SlowClients(Patience patience, Duration eachLook) {
    this.patience = patience;
    this.eachLook = eachLook;
  }

  /** A connection, and how its request goes. */
  private static final class Client {
    private final Connection connection;
    private boolean isAsking;
    private long since = System.nanoTime();
    private long windowSince;
    private long windowBytes;

    Client(Connection connection) {
      this.connection = connection;
    }

    synchronized void begin() {
      isAsking = true;
      since = System.nanoTime();
      startWindow(since);
    }

    synchronized void end() {
      isAsking = false;
      since = System.nanoTime();
    }

    private void startWindow(long now) {
      windowSince = now;
      windowBytes = bytes();
    }

    private long bytes() {
      return connection.getBytesIn() + connection.getBytesOut();
    }

    /** How long it has had no request under way, in nanoseconds; -1 while it has one. */
    synchronized long silent(long now) {
      return isAsking ? -1 : now - since;
    }

    /** Whether its request waits for it, to send or to take, and has done so for longer. */
    synchronized boolean isWaiting(long now, Duration grace) {
      return isAsking
          && now - since > grace.toNanos()
          && connection.getEndPoint() instanceof AbstractEndPoint endPoint
          && (endPoint.getFillInterest().isInterested() || endPoint.getWriteFlusher().isPending());
    }

    /** Bytes in each second of the request. */
    synchronized double rate(long now) {
      return (bytes() - windowBytes) * 1e9 / Math.max(1, now - windowSince);
    }

    /** Whether it sent and took too little for too long. */
    synchronized boolean isTooSlow(long now, Patience patience) {
      if (!isWaiting(now, Duration.ZERO)) {
        startWindow(now);
        return false;
      }
      if (now - windowSince < patience.window().toNanos()) {
        return false;
      }
      boolean tooSlow = bytes() - windowBytes < patience.least();
      startWindow(now);
      return tooSlow;
    }

    void close() {
      connection.getEndPoint().close();
    }
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    scheduleLook();
  }

  @Override
  protected void doStop() throws Exception {
    Scheduler.Task task = next;
    if (task != null) {
      task.cancel();
    }
    super.doStop();
  }

  private void scheduleLook() {
    next = getServer().getScheduler().schedule(this::look, eachLook);
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof SslConnection) {
      return;
    }
    clients.put(connection, new Client(connection));
    long now = System.nanoTime();
    if (clients.size() > patience.connections()) {
      clients.values().stream()
          .filter(client -> client.connection != connection)
          .max(Comparator.comparingLong(client -> client.silent(now)))
          .filter(client -> client.silent(now) >= 0)
          .ifPresent(client -> end(List.of(client), "too many connections"));
    }
  }

  @Override
  public void onClosed(Connection connection) {
    clients.remove(connection);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Client client = clients.get(request.getConnectionMetaData().getConnection());
    if (client != null) {
      client.begin();
      Request.addCompletionListener(request, failure -> client.end());
    }
    return super.handle(request, response, callback);
  }

  private void look() {
    try {
      long now = System.nanoTime();
      List<Client> silent = new ArrayList<>();
      List<Client> slow = new ArrayList<>();
      List<Client> waiting = new ArrayList<>();
      for (Client client : clients.values()) {
        if (client.silent(now) > patience.silent().toNanos()) {
          silent.add(client);
        } else if (client.isTooSlow(now, patience)) {
          slow.add(client);
        } else if (client.isWaiting(now, patience.grace())) {
          waiting.add(client);
        }
      }
      end(silent, "silent");
      end(slow, "slow");
      int surplus = waiting.size() - patience.waiting();
      if (surplus > 0) {
        waiting.sort(Comparator.comparingDouble(client -> client.rate(now)));
        end(waiting.subList(0, surplus), "slower than the others that wait");
      }
    } finally {
      if (isRunning()) {
        scheduleLook();
      }
    }
  }

  private static void end(List<Client> clients, String why) {
    if (!clients.isEmpty()) {
      clients.forEach(Client::close);
      LOG.info("ended {} connections: {}", clients.size(), why);
    }
  }
}
