using System.IO.Compression;
using System.Text.Json;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ArtisansCorner.Analytics;

/// <summary>Remembers answers as the bytes that are sent, because writing and compressing a year of points costs more than finding them.</summary>
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
        return await answers.AskAsync(
            new Question(question, shop.Facts),
            async token => new JsonBytes(JsonSerializer.SerializeToUtf8Bytes(await work(token), options.Value.SerializerOptions)),
            answer => answer.Size / 100,
            cancel);
    }

    // Kept compressed, a year of points is a tenth as large; the rare client that knows no Brotli has it unpacked.
    private sealed class JsonBytes(byte[] json) : IResult
    {
        private readonly byte[] packed = Pack(json);
        private readonly int length = json.Length;

        /// <summary>The bytes that are kept.</summary>
        public int Size => packed.Length;

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.ContentType = "application/json; charset=utf-8";
            response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
            if (httpContext.Request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value == "br" && encoding.Quality is not 0))
            {
                // What says its encoding is left alone by the middleware that compresses the rest.
                response.Headers.ContentEncoding = "br";
                response.ContentLength = packed.Length;
                await response.Body.WriteAsync(packed, httpContext.RequestAborted);
                return;
            }

            response.ContentLength = length;
            await using var unpacked = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
            await unpacked.CopyToAsync(response.Body, httpContext.RequestAborted);
        }

        private static byte[] Pack(byte[] json)
        {
            using var into = new MemoryStream();
            using (var brotli = new BrotliStream(into, CompressionLevel.Optimal)) brotli.Write(json);
            return into.ToArray();
        }
    }
}
