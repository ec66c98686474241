namespace ArtisansCorner.Tests.Harness;

/// <summary>Tests that take the whole machine run after all others, one by one: <c>[Collection(nameof(Alone))]</c>.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
