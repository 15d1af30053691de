package cn.anxun.server.http.v1;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.paper.NumberBlock;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.Register;
import cn.anxun.server.auth.Device;
import cn.anxun.server.auth.Devices;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.http.Gate;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.RequestBody;
import cn.anxun.server.paper.NumberDesk;
import cn.anxun.server.paper.NumberRefusedException;
import cn.anxun.server.paper.Numbers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers of papers for devices: blocks of them, and unused ones back. */
final class NumberRoutes {
  private static final int MAX_BYTES = 16 << 10;
  private static final int MAX_HELD = 100;
  private static final int MAX_REASON = 400;
  private static final int MAX_SERIAL = (int) Register.MOST;
  private static final Pattern REQUEST = Pattern.compile("[A-Za-z0-9._-]{0,64}");

  private final Gate gate;
  private final NumberDesk desk;
  private final Devices devices;

  NumberRoutes(Gate gate, NumberDesk desk, Devices devices) {
    this.gate = gate;
    this.desk = desk;
    this.devices = devices;
  }

  void register(RoutesConfig routes) {
    routes.post("/api/v1/numbers", gate.allow(Permission.PUSH, this::reserve));
    routes.post("/api/v1/numbers/return", gate.allow(Permission.PUSH, this::takeBack));
  }

  private void reserve(Context context, Principal principal) {
    device(principal);
    Json.Members asked = body(context);
    Paper paper = paper(asked);
    int year = number(asked, "year", 2000, 2099);
    int count = number(asked, "count", 0, NumberDesk.MOST);
    String request = text(asked, "request");
    if (!REQUEST.matcher(request).matches()) {
      throw Refusal.ofField(400, "wrong-type", "request");
    }
    List<Numbers> held = held(asked, paper, year);
    Instant enrolled = devices.find(principal.device()).map(Device::enrolledAt).orElse(Instant.MAX);
    try {
      NumberDesk.Given given =
          desk.reserve(
              principal, new NumberDesk.Asked(paper, year, count, request, held, enrolled));
      Json.MembersBuilder answer = Json.members();
      given.block().ifPresent(block -> write(answer, block));
      List<Json> withdrawn = new ArrayList<>();
      for (Numbers numbers : given.withdrawn()) {
        withdrawn.add(
            Json.members().put("first", numbers.first()).put("last", numbers.last()).build());
      }
      Answers.send(context, answer.put("withdrawn", Json.items(withdrawn)).build());
    } catch (NumberRefusedException e) {
      throw Refusal.of(e.code().status(), e.code().wire());
    }
  }

  private static void write(Json.MembersBuilder answer, NumberBlock block) {
    answer
        .put("block", block.entry())
        .put("paper", block.paper().label())
        .put("year", block.year())
        .put("first", block.first())
        .put("last", block.last());
  }

  private void takeBack(Context context, Principal principal) {
    device(principal);
    Json.Members asked = body(context);
    Paper paper = paper(asked);
    int year = number(asked, "year", 2000, 2099);
    int first = number(asked, "first", 1, MAX_SERIAL);
    int last = number(asked, "last", first, Math.min(MAX_SERIAL, first + NumberDesk.MOST_UNUSED));
    String reason = text(asked, "reason").strip();
    if (reason.isEmpty()) {
      throw Refusal.ofField(400, "missing", "reason");
    }
    if (reason.length() > MAX_REASON) {
      throw Refusal.ofField(400, "wrong-type", "reason");
    }
    try {
      desk.takeBack(principal, new Numbers(paper, year, first, last), principal.device(), reason);
      context.status(204);
    } catch (NumberRefusedException e) {
      throw Refusal.of(e.code().status(), e.code().wire());
    }
  }

  /** A browser has no numbers of its own. */
  private static void device(Principal principal) {
    if (!principal.isDevice()) {
      throw Refusal.of(403, "forbidden");
    }
  }

  private static Json.Members body(Context context) {
    try {
      if (JsonText.read(RequestBody.json(context, MAX_BYTES)) instanceof Json.Members members) {
        return members;
      }
    } catch (JsonSyntaxException e) {
      throw Refusal.of(400, "not-json");
    }
    throw Refusal.of(400, "not-json");
  }

  private static Paper paper(Json.Members asked) {
    String label = text(asked, "paper");
    if (label.isEmpty()) {
      throw Refusal.ofField(400, "missing", "paper");
    }
    return Paper.find(label).orElseThrow(() -> Refusal.ofField(400, "wrong-type", "paper"));
  }

  private static List<Numbers> held(Json.Members asked, Paper paper, int year) {
    List<Numbers> held = new ArrayList<>();
    Json json = asked.get("held");
    if (json == null) {
      return held;
    }
    if (!(json instanceof Json.Items items) || items.values().size() > MAX_HELD) {
      throw Refusal.ofField(400, "wrong-type", "held");
    }
    for (Json item : items.values()) {
      if (!(item instanceof Json.Members block)) {
        throw Refusal.ofField(400, "wrong-type", "held");
      }
      int first = number(block, "first", 1, MAX_SERIAL);
      int last = number(block, "last", first, Math.min(MAX_SERIAL, first + NumberDesk.MOST - 1));
      held.add(new Numbers(paper, year, first, last));
    }
    return held;
  }

  private static String text(Json.Members members, String name) {
    Json value = members.get(name);
    if (value == null || value instanceof Json.Null) {
      return "";
    }
    if (value instanceof Json.Text text) {
      return text.value();
    }
    throw Refusal.ofField(400, "wrong-type", name);
  }

  private static int number(Json.Members members, String name, int least, int most) {
    @Nullable Json value = members.get(name);
    if (value == null) {
      throw Refusal.ofField(400, "missing", name);
    }
    if (value instanceof Json.Num num
        && num.value().stripTrailingZeros().scale() <= 0
        && num.value().compareTo(BigDecimal.valueOf(least)) >= 0
        && num.value().compareTo(BigDecimal.valueOf(most)) <= 0) {
      return num.value().intValueExact();
    }
    throw Refusal.ofField(400, "bad-number", name, Integer.toString(least), Integer.toString(most));
  }
}
