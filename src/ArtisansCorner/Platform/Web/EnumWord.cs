using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Platform.Web;

/// <summary>An enum in an address, in the camelCase word that JSON uses too; another word is refused with a sentence that lists those there are.</summary>
/// <param name="Value">The value.</param>
/// <typeparam name="T">The enum.</typeparam>
[SuppressMessage("Design", "CA1000", Justification = "Binding looks for exactly these members.")]
public readonly record struct EnumWord<T>(T Value) : IParsable<EnumWord<T>>
    where T : struct, Enum
{
    /// <inheritdoc />
    public static EnumWord<T> Parse(string s, IFormatProvider? provider) => EnumWords.Find<T>(s) is { } value
        ? new(value)
        : throw new BadHttpRequestException($"“{s.Shown()}” is none of the words: {string.Join(", ", EnumWords.All<T>())}.");

    /// <summary>Throws the sentence of the refusal, because a plain “false” would lose it; without a word there is nothing to refuse.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EnumWord<T> result)
    {
        result = string.IsNullOrEmpty(s) ? default : Parse(s, provider);
        return !string.IsNullOrEmpty(s);
    }
}

/// <summary>Enums as camelCase words.</summary>
public static class EnumWords
{
    /// <summary>The word for a value: <c>PartlyRefunded</c> is “partlyRefunded”.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>All words, in order.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Of);

    /// <summary>The value that a word says, in any case, or nothing; a number says none.</summary>
    public static T? Find<T>(string? word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(Of(value), word, StringComparison.OrdinalIgnoreCase)) return value;
        }

        return null;
    }
}
