using System.Text.Json;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Live;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>
/// Lets a file that is not applied be read once more, as a person says: what it is, what its columns mean, how it writes dates and amounts.
/// What was said of its columns is remembered for the next file with the same headings.
/// </summary>
internal sealed class ReadAgain(AppDb db, CurrentShop shop, ImportFiles files, LastRead last, ImportSignal signal, ILiveFeed live, TimeProvider time)
{
    private const int MostMapped = CsvRows.MostColumns;

    /// <summary>Sends the import back to being read; what the choice does not say stays as it was.</summary>
    public async Task<Outcome<Guid>> RunAsync(Guid id, PartChoice choice, CancellationToken cancel)
    {
        if (Wrong(choice) is { } wrong) return wrong;
        var sent = await db.TryAgainAsync(() => SendBackAsync(id, choice, cancel));
        if (!sent.Succeeded) return sent.Problems.ToList();
        // It is written anew.
        files.ForgetRejected(shop.Id, sent.Value);
        last.Forget(id);
        signal.Set();
        await live.PublishAsync(shop.Id, LiveTopics.Imports, cancel);
        return id;
    }

    /// <summary>Sends it back, and tells what the plan was.</summary>
    private async Task<Outcome<ImportPlan>> SendBackAsync(Guid id, PartChoice choice, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Imports.FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } import) return new Problem("unknown_import", "There is no such import.", Kind: ProblemKind.NotFound);
        if (import.Status is not (ImportStatus.Ready or ImportStatus.Failed)) return new Problem("wrong_moment", "Only a file that was read and not yet applied can be read again.", Kind: ProblemKind.Conflict);
        if (!files.Has(shop.Id, id)) return new Problem("file_gone", "The file is not kept any more. Bring it again.", Kind: ProblemKind.Conflict);
        var plan = ImportPlan.Of(import);
        if (plan.Parts.Count > 0 && choice.Part is { } index && index >= plan.Parts.Count) return new Problem("unknown_part", $"This file has {plan.Parts.Count} tables; their numbers begin with 0.", nameof(PartChoice.Part));
        if (choice.Part is null && plan.Parts.Count == 1) choice = choice with { Part = 0 };
        var before = plan.ChoiceOf(choice.Part ?? -1);
        if (choice.Format is null) choice = choice with { Format = before.Format, Mapping = choice.Mapping ?? before.Mapping };
        choice = choice.Or(before) with { Currency = (choice.Currency ?? before.Currency)?.ToUpperInvariant() };
        await RememberAsync(plan, choice, cancel);
        Begin(import, plan with { PartChoices = [.. plan.PartChoices.Where(other => other.Part != choice.Part), choice], Parts = [], PassedOver = [] });
        await write.CommitAsync(cancel);
        return plan;
    }

    private static Problem? Wrong(PartChoice choice) => true switch
    {
        _ when choice.Format is { } format && RecognizeFormat.Find(format) is null => RecognizeFormat.NoSuch(format),
        _ when choice.Mapping is { } mapping && (mapping.Count > MostMapped || mapping.Values.Contains(null!)) => new Problem("bad_mapping", "The mapping is a JSON object of our headings to the file's.", nameof(PartChoice.Mapping)),
        _ when choice.DecimalMark is { } mark && mark is not ('.' or ',') => new Problem("bad_mark", "The decimal mark is “.” or “,”.", nameof(PartChoice.DecimalMark)),
        _ when choice.Currency is { } currency && !AmountSigns.IsCode(currency) => new Problem("unknown_currency", $"There is no currency “{currency}”.", nameof(PartChoice.Currency)),
        _ when choice.TimeZone is { } zone && ShopZone.TryOf(zone) is null => new Problem("unknown_zone", $"There is no time zone “{zone}”.", nameof(PartChoice.TimeZone)),
        _ when choice.Part < 0 => new Problem("unknown_part", "The numbers of tables begin with 0.", nameof(PartChoice.Part)),
        _ => null,
    };

    private static void Begin(Import import, ImportPlan plan)
    {
        import.Status = ImportStatus.Reading;
        (import.Error, import.FinishedAt, import.StopRequested, import.ClaimedUntil) = (null, null, false, null);
        (import.Format, import.Confidence, import.Rows, import.Accepted, import.Rejected, import.Progress, import.ProgressOf) = (null, 0, 0, 0, 0, 0, 0);
        import.Plan = new ImportPlan { PartChoices = plan.PartChoices }.ToJson();
    }

    // That signs are wrong is said of one file; in the next a “€” may be one.
    private async Task RememberAsync(ImportPlan plan, PartChoice choice, CancellationToken cancel)
    {
        if (choice.Format is not { } format || plan.Parts.FirstOrDefault(part => part.Index == choice.Part) is not { Headings.Count: > 0 } part) return;
        var (fingerprint, said, now) = (Headings.FingerprintOf(part.Headings), JsonSerializer.Serialize(choice with { Part = null, LeaveOut = false, SignsAreWrong = null }, JsonSerializerOptions.Web), time.GetUtcNow());
        if (await db.ImportMappings.FirstOrDefaultAsync(mapping => mapping.Fingerprint == fingerprint, cancel) is { } known)
        {
            (known.Format, known.Said, known.SavedAt, known.SavedBy) = (format, said, now, shop.Actor.UserId);
            return;
        }

        db.ImportMappings.Add(new ImportMapping { Id = Guid.CreateVersion7(), ShopId = shop.Id, Fingerprint = fingerprint, Format = format, Said = said, SavedAt = now, SavedBy = shop.Actor.UserId });
    }
}
