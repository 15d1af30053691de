package cn.anxun.core.sync.wire.v1;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.People;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code {"people": [{"account", "name"}, …]}}. */
public final class PeopleJson {
  private static final String PEOPLE = "people";
  private static final String ACCOUNT = "account";
  private static final String NAME = "name";

  private PeopleJson() {}

  public static byte[] write(People people) {
    List<Json> each = new ArrayList<>();
    people
        .names()
        .forEach(
            (account, name) ->
                each.add(Json.members().put(ACCOUNT, account).put(NAME, name).build()));
    return JsonText.bytes(Json.members().put(PEOPLE, Json.items(each)).build());
  }

  public static People read(byte[] body) throws MalformedMessageException {
    Map<String, String> names = new LinkedHashMap<>();
    for (Json item : MessageReader.of(body).items(PEOPLE)) {
      MessageReader person = MessageReader.of(item, PEOPLE);
      names.put(person.text(ACCOUNT), person.text(NAME));
    }
    return new People(names);
  }
}
