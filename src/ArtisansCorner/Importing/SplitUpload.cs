using System.IO.Compression;
using System.IO.Hashing;
using ArtisansCorner.Importing.Export;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing;

/// <summary>
/// Takes an upload apart into its tables, by what is in it: a CSV is one, each sheet of a workbook, each CSV or workbook
/// in a ZIP. Every table is kept under an id that follows from the upload, so that doing it again changes nothing.
/// </summary>
internal sealed class SplitUpload(FileStore files, CurrentShop shop)
{
    private const int MostParts = 200;
    private static readonly HashSet<string> Tables = new(StringComparer.OrdinalIgnoreCase) { "", ".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls" };
    private readonly List<ImportPart> parts = [];
    private readonly List<PassedOver> passedOver = [];
    private Guid importId;
    private Func<ValueTask> tick = null!;
    private int kept;
    private bool holdsErrors;

    /// <summary>The tables of an upload, or why it cannot be taken apart.</summary>
    /// <param name="importId">Under which id the upload is kept.</param>
    /// <param name="fileName">What it is called.</param>
    /// <param name="tick">Called often while it goes on.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Outcome<SplitFile>> RunAsync(Guid importId, string fileName, Func<ValueTask> tick, CancellationToken cancel)
    {
        (this.tick, this.importId) = (tick, importId);
        var problem = await SplitAsync(importId, fileName, isInside: false, cancel);
        if (problem is not null) return problem;
        if (parts.Count > 0) return new SplitFile(parts, passedOver);
        return new Problem("nothing_inside", passedOver.Count == 0 ? "There is nothing in this file." : $"There is no table in this ZIP: {string.Join("; ", passedOver.Take(5).Select(file => $"“{file.Name.Shown(80)}” ({file.Why.TrimEnd('.')})"))}.");
    }

    /// <summary>Adds the tables of a kept file.</summary>
    private async Task<Problem?> SplitAsync(Guid id, string name, bool isInside, CancellationToken cancel)
    {
        await using var file = files.Open(shop.Id, id);
        var start = new byte[FileSignature.Length];
        var read = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel);
        switch (FileSignature.KindOf(start.AsSpan(0, read)))
        {
            case FileKind.Text:
                var refusal = FileSignature.Refuse(start.AsSpan(0, read)) ?? NotAsCalled(name);
                return isInside || refusal is null ? Add(id, name, refusal) : refusal;
            case FileKind.OldWorkbook:
                return await SheetsAsync(file, name, isInside, errors: null, isOld: true, cancel);
        }

        var opened = ZipCheck.Open(file);
        if (!opened.Succeeded) return opened.Problems[0];
        using var archive = opened.Value;
        if (archive.Entries.Any(entry => entry.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
            return await MeasureAsync(archive, cancel) ?? await SheetsAsync(file, name, isInside, holdsErrors ? new WorkbookErrors(archive) : null, isOld: false, cancel);
        if (archive.GetEntry("mimetype") is not null || archive.GetEntry("[Content_Types].xml") is not null)
            return new Problem("not_csv", "This is a document of an office program that we cannot read. Save it as CSV or as an Excel workbook (.xlsx), and bring that file.");
        return isInside
            ? new Problem("nested_zip", $"There is a ZIP in this ZIP (“{name}”). Unpack it and bring the files in it.")
            : await EntriesAsync(archive, cancel);
    }

    // Many systems save text as .xls; .xlsx is text only where somebody renamed it, or a download went wrong.
    private static Problem? NotAsCalled(string name) => Path.GetExtension(name).ToUpperInvariant() is ".XLSX" or ".XLSM" or ".XLSB"
        ? new Problem("not_workbook", $"“{name}” is called an Excel workbook, but is none. If it is a CSV, let its name end with .csv and bring it again.")
        : null;

    private Problem? Add(Guid id, string name, Problem? refusal, bool isSheet = false)
    {
        if (refusal is not null) passedOver.Add(new PassedOver(name, refusal.Message));
        else parts.Add(new ImportPart { Index = parts.Count, File = id, Name = name, IsSheet = isSheet });
        return parts.Count > MostParts ? new Problem("too_many_parts", $"There are more than {MostParts} tables in this file. Bring only those with your figures.") : null;
    }

    /// <summary>Unpacks a workbook into nothing, for what it says of its size may be a lie; sees whether formulas failed in it.</summary>
    private async Task<Problem?> MeasureAsync(ZipArchive archive, CancellationToken cancel)
    {
        holdsErrors = false;
        const long mostTexts = 128L * 1024 * 1024;
        foreach (var entry in archive.Entries)
        {
            // The texts of a workbook are held while it is read.
            if (entry.Length > mostTexts && entry.Name.StartsWith("sharedStrings", StringComparison.OrdinalIgnoreCase))
                return new Problem("too_many_texts", "This workbook holds more text than can be read from Excel at once. Save the sheet as CSV, and bring that file.");
            await using var looked = new ErrorMark();
            if (await ZipCheck.UnpackAsync(entry, looked, tick, cancel) is { } problem) return problem;
            holdsErrors |= looked.IsThere;
        }

        return null;
    }

    private async Task<Problem?> SheetsAsync(Stream file, string name, bool isInside, WorkbookErrors? errors, bool isOld, CancellationToken cancel)
    {
        List<(Guid Id, string Sheet)> sheets = [];
        var problem = await new WorkbookSheets(
            sheet =>
            {
                sheets.Add((NextId(), sheet));
                return files.Create(shop.Id, sheets[^1].Id);
            },
            tick).RunAsync(file, errors, isOld, cancel);
        if (problem is not null) return problem;
        foreach (var (id, sheet) in sheets)
        {
            if (Add(id, sheets.Count == 1 ? name : isInside ? $"{name}, {sheet}" : sheet, null, isSheet: true) is { } tooMany) return tooMany;
        }

        return null;
    }

    private async Task<Problem?> EntriesAsync(ZipArchive archive, CancellationToken cancel)
    {
        foreach (var entry in archive.Entries)
        {
            var path = entry.FullName.Replace('\\', '/');
            // Folders, and what systems leave in them.
            if (path.EndsWith('/') || entry.Name.StartsWith('.') || path.StartsWith("__MACOSX/", StringComparison.Ordinal)) continue;
            if (Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase)) return new Problem("nested_zip", $"There is a ZIP in this ZIP (“{path}”). Unpack it and bring the files in it.");
            if (OurPictures.PhotoOf(path) is { } photo)
            {
                await using var picture = files.Create(shop.Id, OurPictures.KeptAs(importId, photo));
                if (await ZipCheck.UnpackAsync(entry, picture, tick, cancel) is { } broken) return broken with { Message = $"“{path}”: {broken.Message}" };
                continue;
            }

            if (!Tables.Contains(Path.GetExtension(path)))
            {
                passedOver.Add(new PassedOver(path, "not a table"));
                continue;
            }

            if (entry.Length == 0)
            {
                passedOver.Add(new PassedOver(path, "it is empty"));
                continue;
            }

            var id = NextId();
            await using (var into = files.Create(shop.Id, id))
            {
                if (await ZipCheck.UnpackAsync(entry, into, tick, cancel) is { } damaged) return damaged with { Message = $"“{path}”: {damaged.Message}" };
            }

            if (await SplitAsync(id, path, isInside: true, cancel) is { } problem) return problem with { Message = $"“{path}”: {problem.Message}" };
        }

        return null;
    }

    private Guid NextId()
    {
        Span<byte> seed = stackalloc byte[20];
        importId.TryWriteBytes(seed);
        BitConverter.TryWriteBytes(seed[16..], kept++);
        return new Guid(XxHash128.Hash(seed));
    }
}

/// <summary>An upload taken apart.</summary>
/// <param name="Parts">Its tables.</param>
/// <param name="PassedOver">What else is in it.</param>
internal sealed record SplitFile(IReadOnlyList<ImportPart> Parts, IReadOnlyList<PassedOver> PassedOver);
