using System.Text.Json;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace ArtisansCorner.Analytics;

/// <summary>Remembers answers as the bytes that are sent, because writing a year of points as JSON costs more than finding them.</summary>
public sealed class JsonAnswers(Answers answers, CurrentShop shop, IOptions<JsonOptions> options)
{
    private sealed record Question(object Of, ShopFacts Shop);

    /// <summary>The answer to a question as a result.</summary>
    /// <param name="question">A record that says all the answer depends on beside the shop and its roll-ups.</param>
    /// <param name="work">Works the answer out.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IResult> SendAsync<T>(object question, Func<CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        // The shop's facts are part of the question: currency, first day of the week and time zone shape the answer.
        var bytes = await answers.AskAsync(
            new Question(question, shop.Facts),
            async token => JsonSerializer.SerializeToUtf8Bytes(await work(token), options.Value.SerializerOptions),
            json => json.Length / 100,
            cancel);
        return new JsonBytes(bytes);
    }

    private sealed class JsonBytes(byte[] json) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "application/json; charset=utf-8";
            httpContext.Response.ContentLength = json.Length;
            return httpContext.Response.Body.WriteAsync(json, httpContext.RequestAborted).AsTask();
        }
    }
}
