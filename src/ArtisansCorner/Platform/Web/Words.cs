using System.Text.Json;
using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Platform.Web;

/// <summary>Reads names of enums from addresses as JSON writes them, for ASP.NET Core would take only C# names and any number.</summary>
public static class Words
{
    /// <summary>What the word names, in any case; nothing without a word; a problem of the field when it names nothing.</summary>
    public static Outcome<T?> Read<T>(string? word, string field)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(word)) return (T?)null;
        var known = Enum.GetNames<T>().FirstOrDefault(name => string.Equals(name, word, StringComparison.OrdinalIgnoreCase));
        return known is not null
            ? Enum.Parse<T>(known)
            : new Problem("unknown_word", $"Choose one of {string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName))}.", field);
    }
}
