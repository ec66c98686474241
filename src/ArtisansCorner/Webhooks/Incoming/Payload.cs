using System.Globalization;
using System.Text.Json;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Webhooks.Incoming;

/// <summary>
/// A piece of what a platform posted. What is not there is nothing, or zero; what cannot be read is a problem under its path,
/// kept for the whole payload.
/// </summary>
internal sealed record Payload(JsonElement Element, Currency Currency, List<Problem> Problems, string Path = "")
{
    /// <summary>A piece inside; an empty one where there is none.</summary>
    public Payload this[string name] => new(Find(name) ?? default, Currency, Problems, PathOf(name));

    /// <summary>Whether anything is there.</summary>
    public bool Exists => Element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>The pieces of a list; none where there is none.</summary>
    public IReadOnlyList<Payload> List(string name)
    {
        if (Find(name) is not { } list) return [];
        if (list.ValueKind == JsonValueKind.Array) return [.. list.EnumerateArray().Index().Select(item => new Payload(item.Item, Currency, Problems, $"{PathOf(name)}[{item.Index}]"))];
        Refuse(name, "is no list");
        return [];
    }

    /// <summary>A text, cut; a number counts as one.</summary>
    public string? Text(string name, int most = 200)
    {
        if (Find(name) is not { } value) return null;
        try
        {
            var text = value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null };
            if (text is null) Refuse(name, "is no text");
            // What no database keeps.
            text = text?.Replace("\0", "", StringComparison.Ordinal).Replace("\uFFFE", "", StringComparison.Ordinal).Trim();
            return string.IsNullOrEmpty(text) ? null : text.UpTo(most);
        }
        catch (InvalidOperationException)
        {
            Refuse(name, "is no text");
            return null;
        }
    }

    /// <summary>A text that must be there.</summary>
    public string Need(string name)
    {
        var text = Text(name);
        if (text is null) Refuse(name, "is missing");
        return text ?? "";
    }

    /// <summary>An amount in major units, as text or number, in minor units; zero where there is none.</summary>
    public long Money(string name)
    {
        if (Text(name, 40) is not { } text) return 0;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var major)
            && Currency.ToMinor(major) is { } minor && Math.Abs((decimal)minor) <= Amounts.Most) return minor;
        Refuse(name, "is no amount");
        return 0;
    }

    /// <summary>A whole number; nothing where there is none.</summary>
    public long? Count(string name)
    {
        if (Text(name, 40) is not { } text) return null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && Math.Abs((decimal)count) <= Amounts.Most) return count;
        Refuse(name, "is no whole number");
        return null;
    }

    /// <summary>An instant; UTC where it names no zone. Nothing where there is none.</summary>
    public DateTimeOffset? Instant(string name)
    {
        if (Text(name, 60) is not { } text) return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)) return at;
        Refuse(name, "is no time");
        return null;
    }

    /// <summary>Whether it says yes.</summary>
    public bool Flag(string name) => Find(name) is { ValueKind: JsonValueKind.True };

    private JsonElement? Find(string name)
    {
        if (Element.ValueKind == JsonValueKind.Object) return Element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;
        if (Exists && !Problems.Exists(problem => problem.Field == Path)) Problems.Add(new("malformed", $"“{Path}” is no object.", Path));
        return null;
    }

    private void Refuse(string name, string why) => Problems.Add(new("malformed", $"“{PathOf(name)}” {why}.", PathOf(name)));

    private string PathOf(string name) => Path.Length == 0 ? name : $"{Path}.{name}";
}
