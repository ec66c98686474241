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
        if (http.Request.HasFormContentType)
        {
            BodyTypes.CheckEncoding(http.Request);
            if (!BodyTypes.IsMultipart(http.Request) && (await ReadFormAsync(http)).Any(IsBroken)) throw new BadHttpRequestException(Refusal);
        }

        await next(http);
    }

    private static async Task<IFormCollection> ReadFormAsync(HttpContext http)
    {
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException problem)
        {
            // The only character that reading itself refuses.
            if (problem.InnerException is InvalidOperationException) throw new BadHttpRequestException(Refusal, problem);
            throw new BadHttpRequestException("The form has too many fields, or one that is too long.", StatusCodes.Status413PayloadTooLarge, problem);
        }
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
