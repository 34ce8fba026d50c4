# statistics: averages and spreads.
import statistics as s
data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
ints = [1, 2, 3, 4, 4, 4, 5, 10]
print(s.mean(data), s.mean(ints), s.mean([1, 2, 3]), s.mean([0.1] * 3), s.fmean(ints), s.fmean([1, 2], [3, 1]), s.median(ints), s.median([3, 1, 2]), s.median_low(ints), s.median_high([1, 2, 3, 4]))
print(s.mode(ints), s.mode("aabbb"), s.multimode("aabbc"), s.stdev(data), s.stdev(ints), s.pstdev(data), s.pstdev(ints), s.variance(data), s.variance(ints), s.pvariance(data), s.pvariance([1, 2, 3]), s.variance([1, 2, 3]))
print(s.geometric_mean([54, 24, 36]), s.harmonic_mean([40, 60]), s.quantiles(ints), s.quantiles(data, n=10), s.quantiles(ints, n=4, method="inclusive"), s.pvariance(data, mu=1.5), s.stdev([5, 5, 5]), s.mean([10 ** 20, 1]), s.stdev([1e10, 1e10 + 1, 1e10 + 2]), s.pstdev([0.1, 0.2, 0.4]))
for action in (lambda: s.mean([]), lambda: s.median([]), lambda: s.stdev([1]), lambda: s.variance([1]), lambda: s.pstdev([]), lambda: s.mode([]), lambda: s.quantiles([1])):
    try:
        print(action())
    except s.StatisticsError as error:
        print(error)
import random
random.seed(5)
for _ in range(20):
    values = [random.uniform(0, 100) for _ in range(random.randint(2, 30))]
    print(s.mean(values), s.stdev(values), s.pstdev(values), s.variance(values), s.median(values))
