package cn.anxun.server.http.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds answers against {@code docs/openapi.yaml}. */
final class OpenApiContract {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final JsonNode description;

  private OpenApiContract(JsonNode description) {
    this.description = description;
  }

  static OpenApiContract load() {
    try (InputStream in = OpenApiContract.class.getResourceAsStream("/META-INF/openapi.yaml")) {
      return new OpenApiContract(new ObjectMapper(new YAMLFactory()).readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every operation as {@code GET /api/v1/entries}. */
  Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : description.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          operations.add(operation.getKey().toUpperCase(Locale.ROOT) + ' ' + path.getKey());
        }
      }
    }
    return operations;
  }

  /** Which statuses an operation may answer. */
  Set<String> statuses(String operation) {
    String[] parts = operation.split(" ", 2);
    Set<String> statuses = new TreeSet<>();
    Iterator<String> names =
        description
            .get("paths")
            .get(parts[1])
            .get(parts[0].toLowerCase(Locale.ROOT))
            .get("responses")
            .fieldNames();
    names.forEachRemaining(statuses::add);
    return statuses;
  }

  /**
   * What the answer has that the description does not allow; nothing for a path that it does not
   * have.
   */
  List<String> check(String method, String path, int status, String contentType, byte[] body)
      throws IOException {
    JsonNode operation = operation(method, path);
    if (operation == null) {
      return List.of();
    }
    String where = method + ' ' + path + ' ' + status;
    JsonNode response = resolve(operation.get("responses").get(Integer.toString(status)));
    if (response == null) {
      return List.of(where + " is not described");
    }
    JsonNode content = response.get("content");
    if (content == null) {
      return body.length == 0 ? List.of() : List.of(where + " has a body");
    }
    String type = contentType.split(";", 2)[0].trim();
    JsonNode described = content.get(type);
    if (described == null) {
      return List.of(where + " is not described as " + type);
    }
    if (!described.has("schema")) {
      return List.of();
    }
    ObjectNode schema = JSON.createObjectNode();
    schema.set("components", description.get("components"));
    schema.putArray("allOf").add(described.get("schema"));
    List<String> problems = new ArrayList<>();
    SCHEMAS
        .getSchema(schema)
        .validate(JSON.readTree(body))
        .forEach(message -> problems.add(where + ": " + message.getMessage()));
    return problems;
  }

  private JsonNode operation(String method, String path) {
    for (Map.Entry<String, JsonNode> template : description.get("paths").properties()) {
      String pattern = template.getKey().replaceAll("\\{[^}]+}", "[^/]+").replace(".", "\\.");
      if (path.matches(pattern.replace("[^/]\\.", "[^/]."))) {
        JsonNode operation = template.getValue().get(method.toLowerCase(Locale.ROOT));
        if (operation != null) {
          return operation;
        }
      }
    }
    return null;
  }

  private JsonNode resolve(JsonNode node) {
    return node != null && node.has("$ref")
        ? description.at(node.get("$ref").asText().substring(1))
        : node;
  }
}
