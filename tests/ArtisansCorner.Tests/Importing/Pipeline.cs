using System.Text;
using ArtisansCorner.Importing;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Reads files as an import does, without a database: takes them apart, finds out what they are, fills a draft.</summary>
internal sealed class Pipeline(string country = "GB", string currency = "GBP") : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("artisans-reading-").FullName;
    private readonly ShopFacts shop = new(Guid.CreateVersion7(), "clay", "Clay", Currency.Of(currency), "Europe/London", country, DayOfWeek.Monday, 1, 3);

    /// <summary>What a text says.</summary>
    public Task<(FileRead? Read, Problem? Problem)> ReadAsync(string content, PartChoice? choice = null, Round? round = null) => ReadAsync(Encoding.UTF8.GetBytes(content), choice, round);

    /// <summary>What a file says, or why it cannot be read.</summary>
    public async Task<(FileRead? Read, Problem? Problem)> ReadAsync(byte[] content, PartChoice? choice = null, Round? round = null)
    {
        var (parts, passedOver, problem) = await SurveyAsync(content, choice);
        if (problem is not null) return (null, problem);
        var read = new FileRead(new ImportDraft(), parts, passedOver) { BeforeSales = [round ?? Round.Only], AfterSales = [round ?? Round.Only] };
        if (!read.IsUndecided) await new ReadParts(Store(), Entered()).RunAsync(read, _ => ValueTask.CompletedTask, () => Task.CompletedTask, CancellationToken.None);
        return (read, null);
    }

    /// <summary>What a file says whose orders are looked at while it is read.</summary>
    public async Task<FileRead> ReadAsync(string content, Action<ImportDraft> whole)
    {
        var (parts, passedOver, problem) = await SurveyAsync(Encoding.UTF8.GetBytes(content));
        Assert.Null(problem);
        var read = new FileRead(new ImportDraft(), parts, passedOver);
        await new ReadParts(Store(), Entered()).RunAsync(read, _ => ValueTask.CompletedTask, WholeAsync, CancellationToken.None);
        return read;

        Task WholeAsync()
        {
            whole(read.Draft);
            return Task.CompletedTask;
        }
    }

    /// <summary>What the tables of a file are.</summary>
    public async Task<(IReadOnlyList<ImportPart> Parts, IReadOnlyList<PassedOver> PassedOver, Problem? Problem)> SurveyAsync(byte[] content, PartChoice? choice = null)
    {
        var id = Guid.CreateVersion7();
        using var stream = new MemoryStream(content);
        await Store().SaveAsync(shop.Id, id, stream, CancellationToken.None);
        var split = await new SplitUpload(Store(), Entered()).RunAsync(id, "file.csv", () => ValueTask.CompletedTask, CancellationToken.None);
        if (!split.Succeeded) return ([], [], split.Problems[0]);
        var plan = new ImportPlan { PartChoices = choice is null ? [] : [choice] };
        var (parts, problem) = await new SurveyParts(Store(), Entered(), TimeProvider.System).RunAsync(split.Value.Parts, plan, new Dictionary<string, ImportMapping>(), () => ValueTask.CompletedTask, CancellationToken.None);
        return (parts, split.Value.PassedOver, problem);
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(folder, recursive: true);

    private FileStore Store() => new(folder);

    private CurrentShop Entered()
    {
        var current = new CurrentShop();
        current.Enter(shop, default);
        return current;
    }
}
