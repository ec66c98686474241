using System.Text;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Live;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing;

/// <summary>Keeps an uploaded file and lets it be read in the background.</summary>
public sealed class UploadImport(AppDb db, CurrentShop shop, FileStore files, ImportSignal signal, ILiveFeed live, TimeProvider time)
{
    /// <summary>How many bytes a file may have.</summary>
    public const long Largest = 100 * 1024 * 1024;

    /// <summary>What is said of a larger one.</summary>
    public static readonly Problem TooLarge = new("too_large", "This file is larger than 100 MB. Split it and bring the parts one after the other.", "File", ProblemKind.TooLarge);

    /// <summary>What a pasted table is called.</summary>
    public const string PastedName = "Pasted table";

    /// <summary>How many characters a pasted table may have.</summary>
    public const int LongestPaste = 2 * 1024 * 1024;

    private const int LongestName = 260;

    /// <summary>Keeps a file and lets it be read; the id of the import.</summary>
    public async Task<Outcome<Guid>> RunAsync(string? fileName, Stream content, CancellationToken cancel)
    {
        var kept = await KeepAsync(fileName, content, cancel);
        return kept.Succeeded ? await BeginAsync(kept.Value, null, null, cancel) : kept.Problems[0];
    }

    /// <summary>Keeps a file; one of more than 100 MB is refused and nothing of it stays.</summary>
    public async Task<Outcome<KeptFile>> KeepAsync(string? fileName, Stream content, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7();
        using var counted = new CountedStream(content, Largest);
        try
        {
            var bytes = await files.SaveAsync(shop.Id, id, counted, cancel);
            return new KeptFile(id, NameOf(fileName), bytes, counted.Hash());
        }
        catch (FileTooLargeException)
        {
            return TooLarge;
        }
    }

    /// <summary>Forgets a kept file that is not to be read.</summary>
    public void Forget(KeptFile file) => files.Delete(shop.Id, file.Id);

    /// <summary>Lets a kept file be read, as a format that was asked for or as what it is recognized as.</summary>
    public async Task<Outcome<Guid>> BeginAsync(KeptFile file, string? format, IReadOnlyDictionary<string, string>? mapping, CancellationToken cancel)
    {
        if (format is not null && RecognizeFormat.Find(format) is null)
        {
            Forget(file);
            return RecognizeFormat.NoSuch(format);
        }

        await using var write = await db.BeginWriteAsync(cancel);
        db.Imports.Add(new Import
        {
            Id = file.Id, ShopId = shop.Id, FileName = file.Name, Bytes = file.Bytes, Hash = file.Hash,
            Plan = format is null && mapping is null ? null : new ImportPlan { PartChoices = [new PartChoice { Format = format, Mapping = mapping }] }.ToJson(),
            CreatedAt = time.GetUtcNow(), CreatedBy = shop.Actor.UserId,
        });
        await write.CommitAsync(cancel);
        signal.Set();
        await live.PublishAsync(shop.Id, LiveTopics.Imports, cancel);
        return file.Id;
    }

    /// <summary>Keeps a table that was pasted and lets it be read.</summary>
    public async Task<Outcome<Guid>> PasteAsync(string text, CancellationToken cancel) => await BeginAsync(await KeepTextAsync(text, cancel), null, null, cancel);

    /// <summary>Keeps a table that was pasted; a line break ends its last row as those before.</summary>
    public async Task<KeptFile> KeepTextAsync(string text, CancellationToken cancel)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text.TrimEnd() + "\n"));
        return (await KeepAsync(PastedName, content, cancel)).Value!;
    }

    private static string NameOf(string? given)
    {
        var name = Path.GetFileName(given?.Replace('\\', '/') ?? "").Trim();
        return name.Length == 0 ? "file.csv" : name.UpTo(LongestName);
    }
}

/// <summary>An uploaded file that is kept but not read yet.</summary>
/// <param name="Id">Under which id it is kept.</param>
/// <param name="Name">What it was called.</param>
/// <param name="Bytes">How many bytes it has.</param>
/// <param name="Hash">SHA-256 of it.</param>
public sealed record KeptFile(Guid Id, string Name, long Bytes, byte[] Hash);
