package cn.anxun.server.bench;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.sync.Enrolment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What an entry takes on the wire when it is pushed with 99 others, the heads of request and answer
 * and the receipts included; beside it what people wrote, and nothing else of the entries, in one
 * gzip for each push.
 */
record WirePush(int entries) implements Work {
  private static final int AT_ONCE = 100;
  private static final double MOST_BYTES = 170;

  @Override
  public String name() {
    return "wire-push";
  }

  @Override
  public Unit unit() {
    return Unit.BYTES_PER_ENTRY;
  }

  @Override
  public Goal goal() {
    return Goal.oursAtMost(MOST_BYTES);
  }

  @Override
  public Trial begin(Path folder) {
    BenchServer server = BenchServer.start(folder.resolve("data"));
    List<List<WrittenEntry>> batches = new ArrayList<>();
    Corpus corpus = new Corpus(Corpus.SEED, 0, entries);
    for (int at = 0; at < entries; at += AT_ONCE) {
      batches.add(corpus.next(Math.min(AT_ONCE, entries - at)));
    }
    return new Trial() {
      @Override
      public double ours() throws IOException, WrongCountException {
        return pushed(server, batches);
      }

      @Override
      public double limit() {
        double bytes = 0;
        for (List<WrittenEntry> batch : batches) {
          bytes += Gzip.compressed(texts(batch)).length;
        }
        return bytes / entries;
      }

      @Override
      public void close() {
        server.close();
      }
    };
  }

  private double pushed(BenchServer server, List<List<WrittenEntry>> batches)
      throws IOException, WrongCountException {
    Enrolment phone = server.newBureau(1).get(0);
    Iterator<byte[]> bodies = batches.stream().map(Pushing::body).iterator();
    PushingPhone pushing = PushingPhone.of(server.address(), phone, bodies);
    Clients.Done done = Clients.run(server.address(), List.of(pushing));
    Pushing.requireAccepted(done, entries);
    double bytes = 0;
    for (HttpConnection.Answer answer : done.answers().get(0)) {
      bytes += answer.sent() + answer.received();
    }
    return bytes / entries;
  }

  /** The texts and numbers that stand in the fields, a line for each entry. */
  private static byte[] texts(List<WrittenEntry> batch) {
    StringBuilder texts = new StringBuilder();
    for (WrittenEntry entry : batch) {
      for (Json value : entry.entry().fields().values().values()) {
        append(value, texts);
      }
      texts.append('\n');
    }
    return texts.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(Json value, StringBuilder texts) {
    if (value instanceof Json.Text text) {
      texts.append(text.value()).append(' ');
    } else if (value instanceof Json.Num number) {
      texts.append(number.value().toPlainString()).append(' ');
    } else if (value instanceof Json.Items items) {
      items.values().forEach(item -> append(item, texts));
    } else if (value instanceof Json.Members members) {
      members.values().values().forEach(member -> append(member, texts));
    }
  }
}
