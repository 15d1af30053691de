package cn.anxun.server.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Sends bytes to a server as they are, each request over a connection of its own. */
final class RawHttp implements AutoCloseable {
  /** Generous: a server that is merely slow must not count as one that hangs. */
  static final Duration PATIENCE = Duration.ofSeconds(40);

  private final URI server;
  private final ExecutorService writers =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "hostile-writer");
            thread.setDaemon(true);
            return thread;
          });

  RawHttp(URI server) {
    this.server = server;
  }

  Answer send(byte[] request) throws IOException {
    long begun = System.nanoTime();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    boolean hung = false;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
      OutputStream out = socket.getOutputStream();
      writers.execute(() -> write(socket, out, request));
      InputStream in = socket.getInputStream();
      byte[] chunk = new byte[1 << 16];
      long end = begun + PATIENCE.toNanos();
      while (!hung) {
        socket.setSoTimeout((int) Math.max(1, (end - System.nanoTime()) / 1_000_000));
        int count = in.read(chunk);
        if (count < 0) {
          break;
        }
        answer.write(chunk, 0, count);
        hung = System.nanoTime() > end;
      }
    } catch (SocketTimeoutException e) {
      hung = true;
    } catch (IOException e) {
      // The server hung up while a body was on its way: what it said before counts.
    }
    return Answer.of(answer.toByteArray(), Duration.ofNanos(System.nanoTime() - begun), hung);
  }

  private static void write(Socket socket, OutputStream out, byte[] request) {
    try {
      out.write(request);
      out.flush();
      socket.shutdownOutput();
    } catch (IOException e) {
      // The server would not read on; what it answered is read all the same.
    }
  }

  @Override
  public void close() {
    writers.shutdownNow();
  }
}
