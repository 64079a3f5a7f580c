wrk.method = "POST"
wrk.body = '{"expression": "1/(1+exp(-(w1*x1+w2*x2)))+0.5*(w1^2+w2^2)", "at": {"w1": 0.3, "w2": -0.5, "x1": 0.2, "x2": 0.4}}'
wrk.headers["Content-Type"] = "application/json"
