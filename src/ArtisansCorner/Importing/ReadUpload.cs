using System.Text.Json;
using ArtisansCorner.Platform.Problems;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ArtisansCorner.Importing;

/// <summary>Takes a file out of a multipart request as it flows in, without laying it down twice.</summary>
internal static class ReadUpload
{
    /// <summary>Room for what stands around the file in a request.</summary>
    public const long Around = 1024 * 1024;

    private const int LongestField = 64 * 1024;
    private const int LongestBoundary = 200;

    /// <summary>Keeps the file in the field “file”, or the table pasted into “text”; with “format” and “mapping” beside it. The outcome of the upload.</summary>
    public static async Task<Outcome<Guid>> RunAsync(HttpRequest request, UploadImport upload, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) ||
            HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is not { Length: > 0 and <= LongestBoundary } boundary)
            throw new BadHttpRequestException("Send the file as multipart/form-data, in the field “file”.", StatusCodes.Status415UnsupportedMediaType);

        var reader = new MultipartReader(boundary, request.Body);
        string? format = null;
        string? pasted = null;
        KeptFile? kept = null;
        Dictionary<string, string>? mapping = null;
        var isWhole = false;
        try
        {
            while (await reader.ReadNextSectionAsync(cancel) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)) continue;
                switch (HeaderUtilities.RemoveQuotes(disposition.Name).ToString())
                {
                    case "format":
                        format = await TextAsync(section, cancel) is { Length: > 0 } text ? text : null;
                        break;
                    case "mapping":
                        if (!TryMapping(await TextAsync(section, cancel), out mapping))
                            return new Problem("bad_mapping", "The mapping is a JSON object of our headings to the file's.", "Mapping");
                        break;
                    case "text":
                        pasted = await TextAsync(section, cancel, UploadImport.LongestPaste);
                        break;
                    case "file":
                        if (kept is not null) break;
                        var keeping = await upload.KeepAsync(NameOf(disposition), section.Body, cancel);
                        if (!keeping.Succeeded) return keeping.Problems[0];
                        kept = keeping.Value;
                        break;
                }
            }

            isWhole = true;
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            // So much larger that the server does not even begin to read it.
            return UploadImport.TooLarge;
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException and not BadHttpRequestException && !cancel.IsCancellationRequested)
        {
            throw new BadHttpRequestException("The multipart body ends too early or cannot be read.", problem);
        }
        finally
        {
            // Of what is refused nothing stays that no import names.
            if (kept is not null && !isWhole) upload.Forget(kept);
        }

        if (kept is null && !string.IsNullOrWhiteSpace(pasted)) kept = await upload.KeepTextAsync(pasted, cancel);
        return kept is null ? new Problem("no_file", "Choose a file to bring in.", "File") : await upload.BeginAsync(kept, format, mapping, cancel);
    }

    private static string NameOf(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();

    private static async Task<string> TextAsync(MultipartSection section, CancellationToken cancel, int longest = LongestField)
    {
        var buffer = new char[longest];
        using var reader = new StreamReader(section.Body);
        var read = await reader.ReadBlockAsync(buffer, cancel);
        if (read == longest) throw new BadHttpRequestException("A field of the form is too long.");
        return new string(buffer, 0, read).Trim();
    }

    private static bool TryMapping(string json, out Dictionary<string, string>? mapping)
    {
        mapping = null;
        if (json.Length == 0) return true;
        try
        {
            mapping = JsonSerializer.Deserialize<Dictionary<string, string>>(json);
            return mapping is not null && !mapping.ContainsValue(null!);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
