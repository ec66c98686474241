using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace ArtisansCorner.Tests.Harness;

/// <summary>A piece of an answer, read as a sentence: <c>(long)sale["lines"][0]["quantity"]</c>. What is not there says so.</summary>
public readonly record struct Json(JsonElement Element) : IEnumerable<Json>
{
    /// <summary>Reads a text of JSON.</summary>
    public static Json Parse(string text) => new(JsonSerializer.Deserialize<JsonElement>(text));

    /// <summary>A field; a missing one throws.</summary>
    public Json this[string name] =>
        Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var field)
            ? new Json(field)
            : throw new KeyNotFoundException($"There is no “{name}” in {Element}");

    /// <summary>An item of a list, from 0.</summary>
    public Json this[int index] => new(Element[index]);

    /// <summary>Whether it has this field, and it is not null.</summary>
    public bool Has(string name) => Element.TryGetProperty(name, out var field) && field.ValueKind != JsonValueKind.Null;

    /// <summary>Whether it is null.</summary>
    public bool IsNull => Element.ValueKind == JsonValueKind.Null;

    /// <summary>How many items the list has.</summary>
    public int Count => Element.GetArrayLength();

    /// <summary>The names of its fields.</summary>
    public IEnumerable<string> Names => Element.EnumerateObject().Select(one => one.Name);

    /// <summary>A whole number.</summary>
    public static explicit operator long(Json json) => json.Element.GetInt64();

    /// <summary>A number with decimals, exactly.</summary>
    public static explicit operator decimal(Json json) => json.Element.GetDecimal();

    /// <summary>A number with decimals.</summary>
    public static explicit operator double(Json json) => json.Element.GetDouble();

    /// <summary>A text.</summary>
    public static explicit operator string?(Json json) => json.Element.GetString();

    /// <summary>Yes or no.</summary>
    public static explicit operator bool(Json json) => json.Element.GetBoolean();

    /// <summary>An id.</summary>
    public static explicit operator Guid(Json json) => json.Element.GetGuid();

    /// <summary>A day.</summary>
    public static explicit operator DateOnly(Json json) => DateOnly.ParseExact(json.Element.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant.</summary>
    public static explicit operator DateTimeOffset(Json json) => json.Element.GetDateTimeOffset();

    /// <inheritdoc />
    public IEnumerator<Json> GetEnumerator() => Element.EnumerateArray().Select(item => new Json(item)).GetEnumerator();

    /// <inheritdoc />
    public override string ToString() => Element.ToString();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
