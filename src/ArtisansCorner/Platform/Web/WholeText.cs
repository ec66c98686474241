using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Diagnostics;

namespace ArtisansCorner.Platform.Web;

/// <summary>
/// A text that can be kept and searched: PostgreSQL has no room for the character U+0000, and U+FFFE, which stands for no letter,
/// cannot be normalized. Both are refused at the door, in JSON with their field, in addresses and forms as a whole.
/// </summary>
public sealed class WholeText : JsonConverter<string>
{
    private const string Refusal = "A text cannot contain the characters U+0000 and U+FFFE.";
    private static readonly SearchValues<char> NoLetters = SearchValues.Create('\0', '\uFFFE');

    /// <inheritdoc />
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return text.AsSpan().ContainsAny(NoLetters) ? throw new JsonException(Refusal) : text;
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <summary>Refuses addresses and forms with such a character.</summary>
    internal static async Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        // The page that says what was wrong is asked for with the same query.
        if (http.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            await next(http);
            return;
        }

        if (http.Request.Query.Any(IsBroken)) throw new BadHttpRequestException(Refusal);
        // A file that is uploaded is not text, and is not read here.
        if (http.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true &&
            (await http.Request.ReadFormAsync(http.RequestAborted)).Any(IsBroken))
            throw new BadHttpRequestException(Refusal);
        await next(http);
    }

    private static bool IsBroken(KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> field) =>
        field.Key.AsSpan().ContainsAny(NoLetters) || field.Value.Any(value => value.AsSpan().ContainsAny(NoLetters));
}

/// <summary>How the check of addresses and forms is put in place.</summary>
public static class WholeTextMiddleware
{
    /// <summary>Refuses addresses and forms that contain what no database keeps.</summary>
    public static IApplicationBuilder UseWholeText(this IApplicationBuilder app) => app.Use(WholeText.CheckAsync);
}
